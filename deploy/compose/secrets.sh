#!/usr/bin/env bash
# Makes the secrets that ../compose.yaml names, each once; what is there stays. The folder is for you alone, the files in it are
# read by the services' own users.
set -euo pipefail
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets
(umask 077 && mkdir -p "$folder")

make() { # name, content: unless it is there
  [ -s "$folder/$1" ] || { printf '%s\n' "$2" >"$folder/$1.new" && chmod 444 "$folder/$1.new" && mv "$folder/$1.new" "$folder/$1"; }
}
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

make postgres_password "$(random)"
for role in owner catalog reports; do
  make "$role.properties" "quarkus.datasource.username=parallax_$role"$'\n'"quarkus.datasource.password=$(random)"
done
make gateway.properties "# readers' keys, an identity provider's secret: any setting of the gateway"
