using System.Globalization;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Hosting;

/// <summary>A setting that is a whole number.</summary>
internal static class NumberSetting
{
    /// <summary>Reads it.</summary>
    /// <param name="configuration">Where it stands.</param>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">When nothing is said.</param>
    /// <exception cref="SettingException">It is no whole number from 1 on.</exception>
    public static int Read(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new SettingException($"{key} is '{text}'; it must be a whole number from 1 on.");
    }
}
