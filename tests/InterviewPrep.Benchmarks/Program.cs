using System.Globalization;
using BenchmarkDotNet.Running;
using InterviewPrep.Benchmarks;
using InterviewPrep.Data.Storage;
using InterviewPrep.Testing;

switch (args)
{
    case ["generate", var folder, var lessons]:
        SyntheticCourse.Write(folder, int.Parse(lessons, CultureInfo.InvariantCulture));
        return 0;
    case ["peer", var file, .. var rest]:
        await Peer.RunAsync(file, rest);
        return 0;
    case ["memory-steps", var reviews]:
        MemoryTimes.PrintSteps(int.Parse(reviews, CultureInfo.InvariantCulture));
        return 0;
    case ["memory-fit", var log]:
        MemoryTimes.PrintFit(log);
        return 0;
    case ["learner-fold", var answers, var questions]:
        LearnerTimes.PrintFold(int.Parse(answers, CultureInfo.InvariantCulture), int.Parse(questions, CultureInfo.InvariantCulture));
        return 0;
    case ["learner-store", var answers, var questions, var provider, var connection, .. var others]:
        await LearnerTimes.PrintStoreAsync(
            int.Parse(answers, CultureInfo.InvariantCulture), int.Parse(questions, CultureInfo.InvariantCulture), new DatabaseSettings(provider, connection),
            others is [var many] ? int.Parse(many, CultureInfo.InvariantCulture) : 0);
        return 0;
    case ["generate", ..] or ["learner-fold", ..] or ["learner-store", ..] or ["peer", ..] or ["memory-steps", ..] or ["memory-fit", ..]:
        Console.Error.WriteLine("generate FOLDER LESSONS | peer FILE --urls URL | memory-steps REVIEWS | memory-fit REVLOG.csv | learner-fold ANSWERS QUESTIONS | learner-store ANSWERS QUESTIONS Sqlite|Postgres CONNECTION [OTHER LEARNERS] | (BenchmarkDotNet's own options)");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Peer).Assembly).Run(args);
        return 0;
}
