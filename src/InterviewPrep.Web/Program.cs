using InterviewPrep.Content.Serving;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Theme;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => new CourseCatalog(
    services.GetRequiredService<IConfiguration>()["Content:Path"] ?? "content",
    services.GetRequiredService<TimeProvider>(),
    services.GetRequiredService<ILogger<CourseCatalog>>()));

var app = builder.Build();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseRouting();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapTheme();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
