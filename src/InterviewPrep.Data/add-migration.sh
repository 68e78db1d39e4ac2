#!/usr/bin/env bash
# Writes the migration of a changed model for both databases, and their models: src/InterviewPrep.Data/add-migration.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:?usage: add-migration.sh NAME}
dotnet tool restore
for provider in Sqlite Postgres; do
  project=src/InterviewPrep.Data.$provider
  dotnet ef migrations add "$name" --project "$project" --startup-project "$project" --output-dir Migrations
done
src/InterviewPrep.Data/write-models.sh
