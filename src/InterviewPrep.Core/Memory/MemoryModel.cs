namespace InterviewPrep.Core.Memory;

/// <summary>
/// The formulas of FSRS-6: how a memory fades, and what a review makes of it. Source: ts-fsrs 5.4 (<c>algorithm.ts</c>) and
/// fsrs-rs 6 (<c>model.rs</c>), which agree. Results have the eight decimals that ts-fsrs keeps, so that intervals are the same to
/// the day. Allocates nothing: folds over many answers use it as it is.
/// </summary>
public sealed class MemoryModel
{
    private readonly double[] _w;
    private readonly double _decay;
    private readonly double _factor;
    private readonly double _easyDifficulty;
    private readonly double _gain;
    private readonly double _lapseCap;
    private readonly double[] _first = new double[5];
    private readonly double[] _firstDifficulty = new double[5];
    private readonly double[] _gainOfRating = [0, 0, 0, 1, 0];
    private readonly double[] _sameDay = new double[5];

    /// <summary>Makes the model of a learner.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="shortTerm">Whether reviews on the same day have formulas of their own; if not, they count as reviews at full recall.</param>
    public MemoryModel(FsrsParameters parameters, bool shortTerm = true)
    {
        Parameters = parameters;
        ShortTerm = shortTerm;
        var w = _w = [.. parameters.Weights];
        _decay = -w[20];
        _factor = Rounded(Math.Pow(0.9, 1 / _decay) - 1);
        _gain = Math.Exp(w[8]);
        _gainOfRating[2] = w[15];
        _gainOfRating[4] = w[16];
        _lapseCap = shortTerm ? Math.Exp(w[17] * w[18]) : 1;
        _easyDifficulty = Rounded(w[4] - Math.Exp(3 * w[5]) + 1);
        for (var g = 1; g <= 4; g++)
        {
            _first[g] = w[g - 1];
            _firstDifficulty[g] = Math.Clamp(Rounded(w[4] - Math.Exp(w[5] * (g - 1)) + 1), 1, 10);
            _sameDay[g] = Math.Exp(w[17] * (g - 3 + w[18]));
        }
    }

    /// <summary>The weights.</summary>
    public FsrsParameters Parameters { get; }

    /// <summary>Whether reviews on the same day have formulas of their own.</summary>
    public bool ShortTerm { get; }

    /// <summary>The chance of recall, 0 to 1: 1 at once, 0.9 after <paramref name="stability"/> days. 0 for what was never tested.</summary>
    /// <param name="days">Days since the last review, whole or not; below 0 counts as 0.</param>
    /// <param name="stability">Days, above 0.</param>
    public double Retrievability(double days, double stability) =>
        stability > 0 ? Rounded(Math.Pow(1 + (_factor * Math.Max(days, 0) / stability), _decay)) : 0;

    /// <summary>Days until the chance of recall has fallen to a given height.</summary>
    /// <param name="stability">Days.</param>
    /// <param name="retention">Between 0 and 1.</param>
    public double Interval(double stability, double retention) => stability / _factor * (Math.Pow(retention, 1 / _decay) - 1);

    /// <summary>The memory after one more answer.</summary>
    /// <param name="state">The memory before; the default value for the first answer.</param>
    /// <param name="rating">How it was recalled.</param>
    /// <param name="elapsedDays">Whole days since the answer before, see <see cref="StudyDay"/>; 0 is the same day, below 0 counts as 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rating does not exist.</exception>
    public MemoryState Next(MemoryState state, Rating rating, int elapsedDays)
    {
        var g = (int)rating;
        if (g is < 1 or > 4) throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is one of four.");
        if (state.IsNew) return new MemoryState(_first[g], _firstDifficulty[g]);
        var (stability, difficulty) = state;
        var next = elapsedDays <= 0 && ShortTerm
            ? SameDay(stability, g)
            : g == 1 ? Forgotten(stability, difficulty, Math.Max(elapsedDays, 0)) : Recalled(stability, difficulty, Math.Max(elapsedDays, 0), g);
        return new MemoryState(Rounded(Math.Clamp(next, FsrsParameters.MinStability, FsrsParameters.MaxStability)), NextDifficulty(difficulty, g));
    }

    /// <summary>To eight decimals, halves up.</summary>
    private static double Rounded(double value) => Math.Floor((value * 1e8) + 0.5) / 1e8;

    /// <summary>Steps by the grade, ever smaller towards 10, and drifts towards the difficulty of an easy start.</summary>
    private double NextDifficulty(double difficulty, int g)
    {
        var stepped = difficulty + Rounded(-_w[6] * (g - 3) * (10 - difficulty) / 9);
        return Math.Clamp(Rounded((_w[7] * _easyDifficulty) + ((1 - _w[7]) * stepped)), 1, 10);
    }

    /// <summary>Grows the more, the easier it is, the less stable it was and the nearer it was to being forgotten.</summary>
    private double Recalled(double stability, double difficulty, int days, int g)
    {
        var surprise = Math.Exp(_w[10] * (1 - Retrievability(days, stability))) - 1;
        return stability * (1 + (_gain * (11 - difficulty) * Math.Pow(stability, -_w[9]) * surprise * _gainOfRating[g]));
    }

    private double Forgotten(double stability, double difficulty, int days)
    {
        var relearned = _w[11] * Math.Pow(difficulty, -_w[12]) * (Math.Pow(stability + 1, _w[13]) - 1)
            * Math.Exp(_w[14] * (1 - Retrievability(days, stability)));
        return Math.Min(relearned, stability / _lapseCap);
    }

    private double SameDay(double stability, int g)
    {
        var increase = _sameDay[g] * Math.Pow(stability, -_w[19]);
        return stability * (g >= 2 ? Math.Max(1, increase) : increase);
    }
}
