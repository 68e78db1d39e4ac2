# Sourced: a PostgreSQL cluster in a temporary folder, reached by a socket in it and by nothing else, and gone at the end.
#   source tests/postgres.sh; start_postgres; …; stop_postgres
# Sets INTERVIEWPREP_TEST_POSTGRES, which the data tests read.
postgres_folder=
postgres_user=

# Sets postgres_bin to the folder with initdb and pg_ctl; Debian keeps them off the path.
find_postgres() {
  local candidate
  for candidate in "$(command -v initdb)" /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb /opt/homebrew/opt/postgresql@*/bin/initdb /usr/local/opt/postgresql@*/bin/initdb; do
    [ -x "$candidate" ] && postgres_bin=$(dirname "$(readlink -f "$candidate")")
  done
  [ -n "${postgres_bin:-}" ]
}

# The server refuses to run as root, so that root runs it as somebody who owns nothing else.
as_postgres_user() {
  if [ -n "$postgres_user" ]; then (cd / && setpriv --reuid="$postgres_user" --regid="$(id -g "$postgres_user")" --clear-groups "$@"); else "$@"; fi
}

start_postgres() {
  find_postgres || {
    echo "PostgreSQL is missing and could not be installed. Install it and run again, or set INTERVIEWPREP_TEST_POSTGRES to a connection string of a server."
    return 1
  }
  postgres_folder=$(mktemp -d /tmp/interviewprep-postgres.XXXXXX)
  if [ "$(id -u)" -eq 0 ]; then
    postgres_user=$(id -un postgres 2>/dev/null || echo nobody)
    chown "$postgres_user" "$postgres_folder"
  fi
  as_postgres_user "$postgres_bin/initdb" --pgdata="$postgres_folder/data" --username=tests --auth=trust --encoding=UTF8 --no-locale --no-sync >"$postgres_folder/log" 2>&1 &&
    as_postgres_user "$postgres_bin/pg_ctl" --pgdata="$postgres_folder/data" --wait --timeout=120 --log="$postgres_folder/data/server.log" \
      --options="-c listen_addresses='' -c unix_socket_directories='$postgres_folder' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=400" start >>"$postgres_folder/log" 2>&1 || {
    cat "$postgres_folder/log" "$postgres_folder/data/server.log" 2>/dev/null
    return 1
  }
  chmod 755 "$postgres_folder"
  export INTERVIEWPREP_TEST_POSTGRES="Host=$postgres_folder;Username=tests;Database=postgres"
}

# Ends the server that was started here.
stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  as_postgres_user "$postgres_bin/pg_ctl" --pgdata="$postgres_folder/data" --mode=immediate stop >/dev/null 2>&1
  rm -rf "$postgres_folder"
  postgres_folder=
}
