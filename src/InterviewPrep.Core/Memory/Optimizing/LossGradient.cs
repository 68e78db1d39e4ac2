namespace InterviewPrep.Core.Memory.Optimizing;

/// <summary>
/// The weighted log loss of the predictions along one card's history, and its derivative by all 21 weights in one pass back
/// (reverse mode through the recurrence, written by hand). The formulas are those of <see cref="MemoryModel"/>.
/// </summary>
internal sealed class LossGradient
{
    private readonly Tape[] _tape = new Tape[256];
    private readonly double[] _w = new double[FsrsParameters.Count];
    private readonly double[] _first = new double[5];
    private readonly double[] _sameDay = new double[5];
    private readonly double[] _gain = new double[5];
    private readonly double[] _startDifficulty = new double[5];
    private readonly bool _shortTerm;
    private double _factor;
    private double _factorSlope;
    private double _easyDifficulty;
    private double _lapseCap;

    public LossGradient(bool shortTerm = true) => _shortTerm = shortTerm;

    /// <summary>Sets the weights.</summary>
    public void Use(ReadOnlySpan<double> weights)
    {
        weights.CopyTo(_w);
        var growth = Math.Exp(-Math.Log(0.9) / _w[20]);
        _factor = growth - 1;
        _factorSlope = growth * Math.Log(0.9) / (_w[20] * _w[20]);
        _easyDifficulty = _w[4] - Math.Exp(3 * _w[5]) + 1;
        _lapseCap = _shortTerm ? Math.Exp(-_w[17] * _w[18]) : 1;
        for (var g = 1; g <= 4; g++)
        {
            _first[g] = Math.Clamp(_w[g - 1], FsrsParameters.MinStability, FsrsParameters.MaxStability);
            _startDifficulty[g] = _w[4] - Math.Exp(_w[5] * (g - 1)) + 1;
            _sameDay[g] = Math.Exp(_w[17] * (g - 3 + _w[18]));
            _gain[g] = Math.Exp(_w[8]) * (g == 2 ? _w[15] : g == 4 ? _w[16] : 1);
        }
    }

    /// <summary>The loss of one card in nats; at most 256 reviews.</summary>
    public double Loss(ReadOnlySpan<TrainingReview> reviews)
    {
        Forward(reviews);
        var loss = 0.0;
        for (var i = 1; i < reviews.Length; i++)
        {
            if (reviews[i].Weight > 0) loss -= reviews[i].Weight * Math.Log(reviews[i].Recalled ? _tape[i].Recall : 1 - _tape[i].Recall);
        }

        return loss;
    }

    /// <summary>Adds the derivative of the loss of one card.</summary>
    public void Add(ReadOnlySpan<TrainingReview> reviews, Span<double> gradient)
    {
        Forward(reviews);
        double byStability = 0, byDifficulty = 0;
        for (var i = reviews.Length - 1; i >= 1; i--) Back(reviews[i], in _tape[i], ref byStability, ref byDifficulty, gradient);
        var g = reviews[0].Rating;
        gradient[g - 1] += byStability;
        if (_startDifficulty[g] is <= 1 or >= 10) return;
        gradient[4] += byDifficulty;
        gradient[5] -= byDifficulty * (g - 1) * Math.Exp(_w[5] * (g - 1));
    }

    private void Forward(ReadOnlySpan<TrainingReview> reviews)
    {
        var stability = _first[reviews[0].Rating];
        var difficulty = Math.Clamp(_startDifficulty[reviews[0].Rating], 1, 10);
        for (var i = 1; i < reviews.Length; i++)
        {
            ref var t = ref _tape[i];
            t.Stability = stability;
            t.Difficulty = difficulty;
            t.LogStability = Math.Log(stability);
            var (g, days, _) = reviews[i];
            t.LogFade = days > 0 ? Math.Log(1 + (_factor * days / stability)) : 0;
            t.Recall = days > 0 ? Math.Exp(-_w[20] * t.LogFade) : 1;
            t.Next = days == 0 && _shortTerm ? SameDay(g, ref t) : g == 1 ? Forgotten(ref t) : Recalled(g, ref t);
            t.NextDifficulty = (_w[7] * _easyDifficulty) + ((1 - _w[7]) * (difficulty - (_w[6] * (g - 3) * (10 - difficulty) / 9)));
            stability = Math.Clamp(t.Next, FsrsParameters.MinStability, FsrsParameters.MaxStability);
            difficulty = Math.Clamp(t.NextDifficulty, 1, 10);
        }
    }

    private double SameDay(int g, ref Tape t)
    {
        var increase = _sameDay[g] * Math.Exp(-_w[19] * t.LogStability);
        t.IsBounded = g >= 2 && increase < 1;
        return t.IsBounded ? t.Stability : t.Stability * increase;
    }

    private double Forgotten(ref Tape t)
    {
        t.LogOther = Math.Log(t.Stability + 1);
        t.LogDifficulty = Math.Log(t.Difficulty);
        t.Power = Math.Exp(_w[13] * t.LogOther);
        t.Scale = _w[11] * Math.Exp((_w[14] * (1 - t.Recall)) - (_w[12] * t.LogDifficulty));
        var relearned = t.Scale * (t.Power - 1);
        var cap = t.Stability * _lapseCap;
        t.IsBounded = relearned > cap;
        return t.IsBounded ? cap : relearned;
    }

    private double Recalled(int g, ref Tape t)
    {
        t.Scale = _gain[g] * Math.Exp(-_w[9] * t.LogStability);
        t.Power = Math.Exp(_w[10] * (1 - t.Recall));
        return t.Stability * (1 + (t.Scale * (11 - t.Difficulty) * (t.Power - 1)));
    }

    /// <summary>One step back: from the derivative by what came out of a review to that by what went in.</summary>
    private void Back(TrainingReview review, in Tape t, ref double byStability, ref double byDifficulty, Span<double> gradient)
    {
        var next = t.Next is > FsrsParameters.MinStability and < FsrsParameters.MaxStability ? byStability : 0;
        var nextDifficulty = t.NextDifficulty is > 1 and < 10 ? byDifficulty : 0;
        byStability = 0;
        byDifficulty = 0;
        BackDifficulty(review.Rating, in t, nextDifficulty, ref byDifficulty, gradient);
        double byRecall = 0;
        if (review.Days == 0 && _shortTerm) BackSameDay(review.Rating, in t, next, ref byStability, gradient);
        else if (review.Rating == 1) BackForgotten(in t, next, ref byStability, ref byDifficulty, ref byRecall, gradient);
        else BackRecalled(review.Rating, in t, next, ref byStability, ref byDifficulty, ref byRecall, gradient);
        if (review.Days == 0) return;
        if (review.Weight > 0) byRecall += review.Weight * (review.Recalled ? -1 / t.Recall : 1 / Math.Max(1 - t.Recall, 1e-9));
        var ratio = review.Days / t.Stability;
        var fade = 1 + (_factor * ratio);
        byStability += byRecall * t.Recall * _w[20] * _factor * ratio / (fade * t.Stability);
        gradient[20] -= byRecall * t.Recall * (t.LogFade + (_w[20] * ratio * _factorSlope / fade));
    }

    private void BackDifficulty(int g, in Tape t, double next, ref double byDifficulty, Span<double> gradient)
    {
        var room = (10 - t.Difficulty) / 9;
        var stepped = t.Difficulty - (_w[6] * (g - 3) * room);
        gradient[7] += next * (_easyDifficulty - stepped);
        gradient[4] += next * _w[7];
        gradient[5] -= next * _w[7] * 3 * (_w[4] + 1 - _easyDifficulty);
        var byStepped = next * (1 - _w[7]);
        gradient[6] -= byStepped * (g - 3) * room;
        byDifficulty += byStepped * (1 + (_w[6] * (g - 3) / 9));
    }

    private void BackSameDay(int g, in Tape t, double next, ref double byStability, Span<double> gradient)
    {
        if (t.IsBounded)
        {
            byStability += next;
            return;
        }

        var scaled = next * t.Next;
        byStability += scaled / t.Stability * (1 - _w[19]);
        gradient[17] += scaled * (g - 3 + _w[18]);
        gradient[18] += scaled * _w[17];
        gradient[19] -= scaled * t.LogStability;
    }

    private void BackForgotten(in Tape t, double next, ref double byStability, ref double byDifficulty, ref double byRecall, Span<double> gradient)
    {
        var scaled = next * t.Next;
        if (t.IsBounded)
        {
            byStability += next * _lapseCap;
            if (!_shortTerm) return;
            gradient[17] -= scaled * _w[18];
            gradient[18] -= scaled * _w[17];
            return;
        }

        gradient[11] += scaled / _w[11];
        gradient[12] -= scaled * t.LogDifficulty;
        byDifficulty -= scaled * _w[12] / t.Difficulty;
        var byPower = next * t.Scale;
        byStability += byPower * _w[13] * t.Power / (t.Stability + 1);
        gradient[13] += byPower * t.Power * t.LogOther;
        gradient[14] += scaled * (1 - t.Recall);
        byRecall -= scaled * _w[14];
    }

    private void BackRecalled(int g, in Tape t, double next, ref double byStability, ref double byDifficulty, ref double byRecall, Span<double> gradient)
    {
        var ease = 11 - t.Difficulty;
        var surprise = t.Power - 1;
        var growth = t.Scale * ease * surprise;
        var byGrowth = next * t.Stability;
        var scaled = byGrowth * growth;
        byStability += (next * (1 + growth)) - (scaled * _w[9] / t.Stability);
        byDifficulty -= byGrowth * t.Scale * surprise;
        gradient[8] += scaled;
        gradient[9] -= scaled * t.LogStability;
        var byExponent = byGrowth * t.Scale * ease * t.Power;
        gradient[10] += byExponent * (1 - t.Recall);
        byRecall -= byExponent * _w[10];
        if (g == 2 && _w[15] > 0) gradient[15] += scaled / _w[15];
        if (g == 4) gradient[16] += scaled / _w[16];
    }

    /// <summary>What the way back needs of one step of the way there.</summary>
    private struct Tape
    {
        public double Stability;
        public double Difficulty;
        public double LogStability;
        public double LogFade;
        public double Recall;
        public double Scale;
        public double Power;
        public double LogOther;
        public double LogDifficulty;
        public double Next;
        public double NextDifficulty;
        public bool IsBounded;
    }
}
