using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>
/// Front to back: each lesson, then five of its questions. After the last lesson the remaining questions in the order of the course, and then
/// everything again from the beginning.
/// </summary>
internal sealed class CourseOrder : IStudyHabit
{
    private const int Checks = 5;
    private readonly Queue<Action<Student>> _steps = new();
    private bool _laidOut;

    public void Study(Student student, int interviewDay)
    {
        if (!_laidOut) LayOut();
        while (_steps.TryPeek(out var step))
        {
            var before = student.Minutes;
            step(student);
            if (student.Minutes == before) return;
            _steps.Dequeue();
            if (_steps.Count == 0) AddQuestions(0, SimulatedWorld.QuestionsPerTopic);
        }
    }

    private void LayOut()
    {
        _laidOut = true;
        for (var topic = 0; topic < SimulatedWorld.Topics; topic++)
        {
            var lesson = topic;
            _steps.Enqueue(s => s.TryRead(lesson));
            for (var i = 0; i < Checks; i++) AddQuestion(topic, i);
        }

        AddQuestions(Checks, SimulatedWorld.QuestionsPerTopic);
    }

    private void AddQuestions(int from, int to)
    {
        for (var topic = 0; topic < SimulatedWorld.Topics; topic++)
        {
            for (var i = from; i < to; i++) AddQuestion(topic, i);
        }
    }

    private void AddQuestion(int topic, int number)
    {
        var question = (topic * SimulatedWorld.QuestionsPerTopic) + number;
        _steps.Enqueue(s => s.TryAnswer(question));
    }
}
