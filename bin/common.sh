# What the commands beside this file share. Sourced by them, from bash.
set -euo pipefail
INIT_CWD="${INIT_CWD:-$PWD}"
export INIT_CWD
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Runs a function while no other command of this checkout is in it.
one_at_a_time() {
  mkdir -p node_modules
  if command -v flock >/dev/null; then
    # The lock is the function's alone: a server started later must not inherit it.
    (
      flock 9
      "$@" 9>&-
    ) 9>node_modules/.kvarter-lock
  else
    "$@"
  fi
}

hash_of() {
  find "$@" -type f -not -path '*/generated/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
}

require_node() {
  command -v npm >/dev/null || fail 'Kvarter needs Node.js 20 or later, with npm: https://nodejs.org'
  local major
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  [ "$major" -ge 20 ] || fail "Kvarter needs Node.js 20 or later; this is $(node --version 2>/dev/null || echo none)."
}

install() {
  local wanted stamp=node_modules/.kvarter-installed
  wanted=$(hash_of package-lock.json)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    require_node
    echo 'Installing what Kvarter is built of (once) …' >&2
    # Nobody's install scripts are run; what the database needs of its own is done when it first starts.
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    [ -x node_modules/.bin/node ] || fail "There is no Node 24 for this kind of machine ($(uname -sm)) among the packages."
    echo "$wanted" >"$stamp"
  fi
}

generate() {
  local wanted stamp=node_modules/.kvarter-generated
  wanted=$(hash_of messages project.inlang package.json package-lock.json vite.config.ts)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || [ ! -d src/ui/words/generated ] || [ ! -d .svelte-kit ]; then
    npm run --silent prepare >&2
    echo "$wanted" >"$stamp"
  fi
}

sources='src messages static project.inlang package-lock.json vite.config.ts tsconfig.json'

# Each build has a folder of its own, so that one that is being served is not pulled away. The last three are kept.
build() {
  if [ ! -e "$BUILD_DIR/complete" ]; then
    echo 'Building the pages …' >&2
    npm run --silent build >node_modules/.kvarter-build.log 2>&1 || {
      cat node_modules/.kvarter-build.log >&2
      fail 'The pages could not be built.'
    }
    touch "$BUILD_DIR/complete"
    ls -dt build/by-source/*/ | tail -n +4 | xargs -r rm -rf
  fi
}

prepare_house() {
  one_at_a_time install
  # Node 24 and the tools of the checkout, whatever the machine has.
  PATH="$PWD/node_modules/.bin:$PATH"
  export PATH
  one_at_a_time generate
}

prepare_pages() {
  # shellcheck disable=SC2086
  BUILD_DIR="build/by-source/$(hash_of $sources)"
  export BUILD_DIR
  one_at_a_time build
}

kvarter='src/server/cli/kvarter.ts'
