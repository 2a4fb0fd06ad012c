-- Refers a person, and lets the recipient accept what came of it. Arguments: a file with a job a
-- line (the sender's token, the draft as JSON), and a file with a recipient a line (its id, a token).

local REFER = 'mutation Refer($input: ReferralDraftInput!) { referralDraft(input: $input) '
  .. '{ group { referrals { id version recipient { id } } } errors { code } } }'
local ACCEPT = 'mutation Accept($input: ReferralMoveInput!) { referralAccept(input: $input) '
  .. '{ referral { state } errors { code } } }'
local SENT = '"referrals":%[{"id":"([%w_]+)","version":(%d+),"recipient":{"id":"([%w_]+)"}}'

local jobs, tokens, sent = {}, {}, {}
local at = 0
local threads = {}

local function post(token, document, input)
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }
  local body = '{"query":"' .. document .. '","variables":{"input":' .. input .. '}}'
  return wrk.format("POST", "/graphql", headers, body)
end

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  for line in io.lines(args[1]) do
    local token, input = line:match("^(%S+)\t(.+)$")
    jobs[#jobs + 1] = { token = token, input = input }
  end
  for line in io.lines(args[2]) do
    local id, token = line:match("^(%S+)\t(%S+)$")
    tokens[id] = token
  end
  accepted, refused, first = 0, 0, ""
end

-- Whoever was referred is accepted before the next is referred.
function request()
  local next = table.remove(sent)
  if next then
    return post(next.token, ACCEPT, '{"referralId":"' .. next.id .. '","version":' .. next.version .. "}")
  end
  at = at + 1
  local job = jobs[at]
  if not job then
    first = first == "" and "there were not enough people to refer" or first
    wrk.thread:stop()
    job = jobs[1]
  end
  return post(job.token, REFER, job.input)
end

function response(status, _, body)
  local id, version, recipient = body:match(SENT)
  if id then
    sent[#sent + 1] = { id = id, version = version, token = tokens[recipient] }
  elseif body:find('"state":"ACCEPTED"', 1, true) then
    accepted = accepted + 1
  else
    refused = refused + 1
    first = first == "" and status .. " " .. body:sub(1, 300) or first
  end
end

function done(summary, latency)
  local taken, wrong, says = 0, 0, ""
  for _, thread in ipairs(threads) do
    taken = taken + thread:get("accepted")
    wrong = wrong + thread:get("refused")
    says = says == "" and thread:get("first") or says
  end
  io.write(string.format("RESULT %d %d %d %d %d %s\n", taken, summary.duration, wrong,
    latency:percentile(50), latency:percentile(99), says))
end
