using System.Globalization;
using BenchmarkDotNet.Running;
using InterviewPrep.Benchmarks;
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
    case ["generate", ..] or ["peer", ..] or ["memory-steps", ..] or ["memory-fit", ..]:
        Console.Error.WriteLine("generate FOLDER LESSONS | peer FILE --urls URL | memory-steps REVIEWS | memory-fit REVLOG.csv | (BenchmarkDotNet's own options)");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Peer).Assembly).Run(args);
        return 0;
}
