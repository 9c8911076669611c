#!/bin/bash
# Lets the roles of roles.sql log in, when the database is made; the passwords come from the files that their services read.
set -euo pipefail
for role in owner catalog reports; do
  psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set role="parallax_$role" --set file="/run/secrets/$role.properties" <<'SQL'
\set password `sed -n 's/^quarkus.datasource.password=//p' :'file'`
alter role :"role" login password :'password';
SQL
done
