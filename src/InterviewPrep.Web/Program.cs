using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Hosting;

_ = Task.Run(DatabaseOptions.WarmUp); // A start that cannot do it says why when it comes to the database.
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
