namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>Whatever comes up: a lesson that can be read, a question never seen or one seen before, each as likely as the others.</summary>
internal sealed class RandomOrder(Random random) : IStudyHabit
{
    private const int MostMisfits = 20;

    public void Study(Student student, int interviewDay)
    {
        var questions = student.World.Topics.Questions.Length;
        for (var misfits = 0; misfits < MostMisfits && student.Minutes > 0;)
        {
            var before = student.Minutes;
            var seen = student.Seen.Keys.ToArray();
            switch (random.Next(3))
            {
                case 0 when student.Readable().ToArray() is [_, ..] lessons:
                    student.TryRead(lessons[random.Next(lessons.Length)]);
                    break;
                case 1 when seen.Length < questions:
                    int question;
                    do question = random.Next(questions);
                    while (student.Seen.ContainsKey(question));
                    student.TryAnswer(question);
                    break;
                case 2 when seen.Length > 0:
                    student.TryAnswer(seen[random.Next(seen.Length)]);
                    break;
                default:
                    break;
            }

            if (student.Minutes == before) misfits++;
        }
    }
}
