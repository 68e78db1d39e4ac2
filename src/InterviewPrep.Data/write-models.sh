#!/usr/bin/env bash
# Writes the model of both databases anew as code, after the classes have changed: src/InterviewPrep.Data/write-models.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet tool restore
for provider in Sqlite Postgres; do
  project=src/InterviewPrep.Data.$provider
  rm -rf "$project/CompiledModel"
  dotnet ef dbcontext optimize --project "$project" --startup-project "$project" --output-dir CompiledModel --namespace "InterviewPrep.Data.$provider.CompiledModel"
  sed -i '1s/^\xEF\xBB\xBF//' "$project"/CompiledModel/*.cs
done
