from checking import block, equal
from lessons import lesson


@block(1)
def three_lines_that_run(code):
    equal((code.f(3), code.f(0)), (3, None))
    equal(lesson("tokenization-in-practice")[0].source.count("\n"), 3)
