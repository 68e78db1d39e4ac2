using InterviewPrep.Content.Loading;

namespace InterviewPrep.Content.Serving;

/// <summary>A course that is being read from its folder, beside whatever else a start has to do. For one catalog.</summary>
public sealed class CourseLoading
{
    private readonly DateOnly _day;
    private readonly Task<LoadedCourse> _load;

    /// <summary>Begins.</summary>
    /// <param name="root">The folder of the course.</param>
    /// <param name="clock">Says the day that overdue reviews are judged by.</param>
    public CourseLoading(string root, TimeProvider clock)
    {
        Loader = new CourseLoader(root);
        _day = DayOf(clock);
        _load = Task.Run(() => Loader.Load(_day));
    }

    internal CourseLoader Loader { get; }

    /// <summary>Waits for the course; it is read again when the day is another meanwhile.</summary>
    internal LoadedCourse Result(DateOnly today)
    {
        var loaded = _load.GetAwaiter().GetResult();
        return today == _day ? loaded : Loader.Load(today);
    }

    internal static DateOnly DayOf(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
