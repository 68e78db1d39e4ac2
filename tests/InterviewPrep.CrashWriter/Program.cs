using System.Globalization;
using InterviewPrep.CrashWriter;

// A process that is there to be killed: crash.sh and the tests start it over a file.
switch (args)
{
    case ["migrate", var file]:
        return await Writer.MigrateAsync(file);
    case ["answer", var file, var learners]:
        return await Writer.AnswerAsync(file, int.Parse(learners, CultureInfo.InvariantCulture), Console.Out);
    case ["audit", var file, var printed]:
        return await Audit.RunAsync(file, printed, Console.Out);
    default:
        Console.Error.WriteLine("migrate FILE | answer FILE LEARNERS | audit FILE PRINTED");
        return 2;
}
