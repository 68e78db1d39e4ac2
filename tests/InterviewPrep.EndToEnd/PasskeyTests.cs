using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>Passkeys in a real browser, with the authenticator that it has for tests.</summary>
public sealed class PasskeyTests(Browser browser, MiniatureSite site)
{
    private const string Password = "quiet lanterns drift west";

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_again()
    {
        await using var visit = await browser.VisitAsync(site);
        var page = visit.Page;
        var devices = await visit.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        var home = $"http://localhost:{site.Address.Port}"; // An address of digits has no passkeys.
        await page.GotoAsync(home + "/account/sign-up");
        await page.GetByLabel("E-mail").FillAsync("passkey@example.org");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        var signIn = page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });
        await Assertions.Expect(signIn).ToBeVisibleAsync(); // Both pages have a field of this name.
        await page.GetByLabel("Password").FillAsync(Password);
        await signIn.ClickAsync();
        await Visit.ArriveAsync(page, "/account");

        await page.GetByRole(AriaRole.Link, new() { Name = "Passkeys" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Name of the passkey")).ToHaveValueAsync("Laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This device has a passkey for this account already.")).ToBeVisibleAsync();

        await page.GotoAsync(home + "/account/sign-out");
        await visit.SettleAsync();
        await visit.AskAsync<object>("() => sessionStorage.setItem('words for q-open', 'Mine.')");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await Visit.ArriveAsync(page, "/account");
        Assert.Equal(0, await visit.AskAsync<int>("() => sessionStorage.length")); // Who comes next in this tab does not see them.
        await page.GotoAsync(home + "/account/sign-in?return=/settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Visit.ArriveAsync(page, "/settings");
        await page.GotoAsync(home + "/account");
        await Assertions.Expect(page.GetByText("You are signed in as passkey@example.org.")).ToBeVisibleAsync();
        Assert.Empty(await visit.AskAsync<string[]>("() => window.__violations"));
    }
}
