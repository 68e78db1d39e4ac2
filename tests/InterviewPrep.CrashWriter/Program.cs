using System.Globalization;
using InterviewPrep.CrashWriter;

// A process that is there to be killed, or timed: the scripts of tests/load and the tests start it over a file.
switch (args)
{
    case ["migrate", var file]:
        return await Writer.MigrateAsync(file);
    case ["answer", var file, var learners]:
        return await Writer.AnswerAsync(file, int.Parse(learners, CultureInfo.InvariantCulture), Console.Out);
    case ["audit", var file, var printed]:
        return await Audit.RunAsync(file, printed, Console.Out);
    case ["time", var file, var learners, var answers]:
        return await Times.PrintAsync(file, int.Parse(learners, CultureInfo.InvariantCulture), int.Parse(answers, CultureInfo.InvariantCulture), Console.Out);
    case ["bare", var file, .. var rest]:
        return await Bare.RunAsync(file, rest);
    default:
        Console.Error.WriteLine("migrate FILE | answer FILE LEARNERS | audit FILE PRINTED | time FILE LEARNERS ANSWERS | bare FILE --urls URL");
        return 2;
}
