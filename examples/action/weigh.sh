#!/usr/bin/env bash
# Weighs a program in a job of GitHub Actions or GitLab CI. On a branch it keeps the size and a model of the
# program in a data branch; on a pull request it compares with the build of the merge base, checks the budget,
# and keeps one comment up to date. Needs bash, git, curl, jq and Java. See README.md for the variables.
set -euo pipefail
set +x # nothing of what follows is ever traced: the environment has a token

: "${WB_FILE:?expected the program to weigh}"
WB_KEY=${WB_KEY:-$(basename "$WB_FILE")}
WB_THRESHOLD=${WB_THRESHOLD:-512,0.1%}
WB_BRANCH=${WB_BRANCH:-weighbridge}
WB_LOOK_BACK=${WB_LOOK_BACK:-50}
WB_OUT=${WB_OUT:-${RUNNER_TEMP:-${TMPDIR:-/tmp}}/weighbridge-$WB_KEY}

fail() {
  printf 'weigh.sh: %s\n' "$1" >&2
  exit 2
}

[[ $WB_KEY =~ ^[A-Za-z0-9._-]{1,100}$ ]] || fail "WB_KEY: expected letters, digits and . _ -, found '$WB_KEY'"
[ -r "$WB_FILE" ] || fail "WB_FILE: expected a readable file, found nothing at '$WB_FILE'"
for tool in git curl jq; do
  command -v "$tool" > /dev/null || fail "$tool: expected on the PATH, found none"
done

# The command is a list of words, so that "java -jar weighbridge.jar" works as well as a launcher.
read -r -a WB_WORDS <<< "${WB_COMMAND:?expected the command, such as java -jar weighbridge.jar}"
weighbridge() {
  # The command has no use for the token, so it does not get it.
  env -u WB_TOKEN "${WB_WORDS[@]}" "$@"
}

mkdir -p "$WB_OUT"
REMOTE=origin
DATA=refs/weighbridge/data
COMMIT=$(git rev-parse HEAD)

# What builds before this one weighed. Nothing is known yet where there is no such branch; a remote that does not answer
# is an error, as limits on growth would pass without anything to count from.
fetch_data() {
  local found
  found=$(git ls-remote --heads "$REMOTE" "refs/heads/$WB_BRANCH") \
    || fail "$REMOTE: expected a remote that can be read, see above"
  if [ -n "$found" ]; then
    git fetch --quiet --no-tags "$REMOTE" "+refs/heads/$WB_BRANCH:$DATA"
    if git show "$DATA:history.jsonl" > "$WB_OUT/history.jsonl" 2> /dev/null; then
      HISTORY=(--history "$WB_OUT/history.jsonl" --name "$WB_KEY")
    fi
  else
    git update-ref -d "$DATA"
  fi
}

# The newest build before a commit of which a model was kept, along first parents.
find_base() {
  local commit
  for commit in $(git rev-list --first-parent -n "$WB_LOOK_BACK" "$1"); do
    if git cat-file -e "$DATA:models/$WB_KEY/$commit" 2> /dev/null; then
      printf '%s\n' "$commit"
      return
    fi
  done
}

# What a pull request is compared with: the first parent if the job builds the merge, else the merge base.
base_of() {
  if git rev-parse --quiet --verify 'HEAD^2' > /dev/null; then
    git rev-parse 'HEAD^1'
  elif [ -n "${1:-}" ] && git cat-file -e "$1^{commit}" 2> /dev/null; then
    git merge-base HEAD "$1" || true
  fi
}

# Adds the build to the data branch; another job may have pushed meanwhile, so it tries again on top of that.
keep() {
  local attempt tree work=$WB_OUT/data
  for attempt in 1 2 3 4 5; do
    fetch_data
    rm -rf "$work"
    mkdir -p "$work/models/$WB_KEY"
    export GIT_INDEX_FILE=$WB_OUT/index
    rm -f "$GIT_INDEX_FILE"
    local parent=()
    if git rev-parse --quiet --verify "$DATA" > /dev/null; then
      git read-tree "$DATA"
      git show "$DATA:history.jsonl" > "$work/history.jsonl" 2> /dev/null || true
      parent=(-p "$DATA")
    fi
    [ -s "$work/history.jsonl" ] || rm -f "$work/history.jsonl"
    weighbridge history add "$work/history.jsonl" "$WB_FILE" --name "$WB_KEY" --commit "$COMMIT" \
      --time "$(git show -s --format=%cI HEAD)"
    [ -s "$work/model" ] || weighbridge save "$WB_FILE" -o "$work/model"
    stage "history.jsonl" "$work/history.jsonl"
    stage "models/$WB_KEY/$COMMIT" "$work/model"
    drop_old
    tree=$(git write-tree)
    unset GIT_INDEX_FILE
    local next
    next=$(git -c user.name=weighbridge -c user.email=weighbridge@localhost \
      commit-tree "$tree" ${parent[@]+"${parent[@]}"} -m "Add $WB_KEY of $COMMIT")
    if git push --quiet "$REMOTE" "$next:refs/heads/$WB_BRANCH" 2> "$WB_OUT/push.log"; then
      return
    fi
    sleep "0.$attempt"
  done
  sed 's/^/weigh.sh: push: /' "$WB_OUT/push.log" >&2
  fail "$WB_BRANCH: expected leave to push, found none; the job needs to write contents"
}

stage() {
  git update-index --add --cacheinfo "100644,$(git hash-object -w "$2"),$1"
}

# Models of builds that no pull request will start from any more.
drop_old() {
  local commit recent
  recent=$(git rev-list --first-parent -n "$WB_LOOK_BACK" HEAD)
  git ls-files "models/$WB_KEY/" | while read -r path; do
    commit=${path##*/}
    grep -q "^$commit$" <<< "$recent" || git update-index --force-remove "$path"
  done
}

# Asks the forge; the token goes by a file descriptor, never by an argument that other processes could see. Settings of
# the user could print what is sent (verbose) or write it down (trace), so none are read: a proxy is in the environment.
api() {
  local method=$1 address=$2
  shift 2
  curl --disable --silent --show-error --fail --proto '=http,https' --max-time 30 \
    --request "$method" --header 'Content-Type: application/json' \
    --config <(printf 'header = "%s%s"\n' "$AUTHORISATION" "$WB_TOKEN") "$@" "$address"
}

# Posts, edits, or leaves the comment alone; those of others who copied the mark are not ours: $1 is the list of comments, $2 a comment's address without its number.
comment() {
  local list=$1 one=$2 method=$3 body=$WB_OUT/comment.md page=1 id='' found
  local mark="<!-- weighbridge:$WB_KEY -->"
  while [ "$page" -le 30 ]; do
    found=$(api GET "$list?per_page=100&page=$page") || return 1
    id=$(jq -r --arg mark "$mark" --arg author "$WB_AUTHOR" '
      [.[] | select((.body // "") | startswith($mark))
           | select((.user.login // .author.username) == $author)][0].id // empty' <<< "$found")
    if [ -n "$id" ] || [ "$(jq length <<< "$found")" -lt 100 ]; then
      break
    fi
    page=$((page + 1))
  done
  if [ ! -s "$body" ]; then
    # Nothing to say: only a comment that says something else has to go on telling the truth.
    [ -n "$id" ] || return 0
    printf '%s\n%s\n' "$mark" "$QUIET" > "$body"
  fi
  jq -n --rawfile body "$body" '{body: $body}' > "$WB_OUT/comment.json"
  if [ -n "$id" ]; then
    api "$method" "$one/$id" --data-binary "@$WB_OUT/comment.json" > /dev/null
  else
    api POST "$list" --data-binary "@$WB_OUT/comment.json" > /dev/null
  fi
}

# Says the change of a pull request; the argument is the commit that it starts from.
compare() {
  : > "$WB_OUT/comment.md"
  local base=''
  [ -z "$1" ] || base=$(find_base "$1")
  if [ -z "$base" ]; then
    [ "$(git rev-parse --is-shallow-repository)" = false ] \
      || fail "history: expected all commits (fetch-depth: 0, GIT_DEPTH: 0), found a shallow clone"
    QUIET="\`$WB_KEY\`: no build before this one is known; nothing to compare with."
    echo "weigh.sh: no build before this one is known; nothing to compare with" >&2
    return
  fi
  git show "$DATA:models/$WB_KEY/$base" > "$WB_OUT/base.model"
  SINCE=(--since "$WB_OUT/base.model")
  local limits=()
  [ -z "${WB_BUDGET:-}" ] || limits=(--budget "$WB_BUDGET" ${HISTORY[@]+"${HISTORY[@]}"})
  weighbridge diff "$WB_OUT/base.model" "$WB_FILE" --comment "$WB_KEY" --threshold "$WB_THRESHOLD" \
    ${limits[@]+"${limits[@]}"} -o "$WB_OUT/comment.md"
}

# Checks the budget in one format; the status is that of the check.
check() {
  weighbridge check "$WB_FILE" --budget "$WB_BUDGET" ${SINCE[@]+"${SINCE[@]}"} ${HISTORY[@]+"${HISTORY[@]}"} --format "$@"
}

tell() {
  [ -z "${GITHUB_OUTPUT:-}" ] || printf '%s=%s\n' "$1" "$2" >> "$GITHUB_OUTPUT"
}

github() {
  local number='' tip=''
  if [ -r "${GITHUB_EVENT_PATH:-}" ]; then
    number=$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")
    tip=$(jq -r '.pull_request.base.sha // empty' "$GITHUB_EVENT_PATH")
  fi
  tell size "$(wc -c < "$WB_FILE" | tr -d ' ')"
  fetch_data
  if [ -z "$number" ]; then
    budget github
    keep
    return
  fi
  compare "$(base_of "$tip")"
  tell changed "$([ -s "$WB_OUT/comment.md" ] && echo true || echo false)"
  # Forks have no token that may write; everybody sees the summary of the job.
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    if [ -s "$WB_OUT/comment.md" ]; then cat "$WB_OUT/comment.md"; else echo "$QUIET"; fi >> "$GITHUB_STEP_SUMMARY"
  fi
  budget github
  if [ -n "${WB_TOKEN:-}" ]; then
    AUTHORISATION='Authorization: Bearer '
    WB_AUTHOR=${WB_AUTHOR:-github-actions[bot]}
    local issues="${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY/issues"
    comment "$issues/$number/comments" "$issues/comments" PATCH \
      || echo "::notice title=Weighbridge::No comment could be written; the summary of the job has it."
  fi
}

gitlab() {
  fetch_data
  if [ -z "${CI_MERGE_REQUEST_IID:-}" ]; then
    budget text
    keep
    return
  fi
  compare "$(base_of "${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}")"
  budget text
  if [ -n "${WB_TOKEN:-}" ]; then
    AUTHORISATION='PRIVATE-TOKEN: '
    WB_AUTHOR=${WB_AUTHOR:-$(api GET "$CI_API_V4_URL/user" | jq -r .username)}
    local notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
    comment "$notes" "$notes" PUT || echo "weigh.sh: no comment could be written" >&2
  fi
}

# Checks the budget, if there is one, and remembers whether it is broken; reports for forges on demand.
budget() {
  [ -n "${WB_BUDGET:-}" ] || return 0
  local status=0
  check "$1" || status=$?
  [ "$status" -le 1 ] || fail "check: expected a budget and a program that can be read, see above"
  BROKEN=$status
  local format
  for format in ${WB_REPORTS:-}; do
    check "$format" -o "$WB_OUT/check.$format" || true
  done
}

BROKEN=0
SINCE=()
HISTORY=()
QUIET="\`$WB_KEY\`: no change of $WB_THRESHOLD or more against the merge base."
if [ -n "${GITHUB_ACTIONS:-}" ]; then github; else gitlab; fi
exit "$BROKEN"
