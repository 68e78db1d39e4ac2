using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace InterviewPrep.Data.Tests.Databases;

/// <summary>
/// Runs a test on both databases. PostgreSQL is the server that <c>tests/run.sh</c> starts; without one its half shows as
/// skipped, and in CI, where it must be there, it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DatabaseDataAttribute : DataAttribute
{
    private static bool IsMissing => PostgresServer.ConnectionString is null && Environment.GetEnvironmentVariable("CI") is not ("true" or "1");

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow<string>(TestDatabase.Sqlite),
            new TheoryDataRow<string>(TestDatabase.Postgres) { Skip = IsMissing ? $"{PostgresServer.Variable} names no server; tests/run.sh starts one." : null },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
