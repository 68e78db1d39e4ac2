using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Hosting;

/// <summary>With which status a request ends that the database could not do.</summary>
public static class StorageStatus
{
    /// <summary>409 where trying again is of no use before the page is loaded anew, 503 where it is.</summary>
    public static int Of(StorageException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Fault is StorageFault.Claimed or StorageFault.Deleted or StorageFault.Duplicate ? StatusCodes.Status409Conflict : StatusCodes.Status503ServiceUnavailable;
    }
}
