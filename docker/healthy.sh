#!/usr/bin/env bash
# Whether a service inside its container answers GET PATH at PORT with 200: healthy.sh PORT PATH
# By what bash has, as the images have no curl.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\n\r\n' "$2" >&3
read -r _ status _ <&3
[[ $status == 200 ]]
