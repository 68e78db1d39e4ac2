using System.Net;
using System.Net.Sockets;

namespace InterviewPrep.Web.Hosting;

/// <summary>Whom limits by address count as one.</summary>
internal static class ClientNetwork
{
    /// <summary>A key for an address. One household has many addresses of version 6, which share the first 64 bits.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
