using InterviewPrep.Cli;

return Commands.Run(args, Console.Out, Console.Error, TimeProvider.System);
