using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Hosting;

WebApplicationBuilder builder;
try
{
    builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = Startup.PublishedRoot() });
    builder.AddInterviewPrep();
}
catch (SettingException e)
{
    return Startup.Fail(e.Message);
}

await using var app = builder.Build();
return await Startup.RunAsync(app, () =>
{
    app.UseInterviewPrep();
    app.MapInterviewPrep<App>();
});
