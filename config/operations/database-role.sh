#!/bin/sh
# The role the desks work as: it owns nothing. The desk itself grants what it needs after each migration.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$DESK_PASSWORD" <<'SQL'
CREATE ROLE desk_web LOGIN PASSWORD :'password';
SQL
