-- Refers a person, and lets the recipient accept what came of it. Argument: a file with a job a line (the sender's
-- token, the recipient's, the draft as JSON).

local REFER = 'mutation Refer($input: ReferralDraftInput!) { referralDraft(input: $input) '
  .. '{ group { referrals { id version } } errors { code } } }'
local ACCEPT = 'mutation Accept($input: ReferralStepInput!) { referralAccept(input: $input) '
  .. '{ referral { state } errors { code } } }'
local SENT = '"referrals":%[{"id":"([%w_]+)","version":(%d+)}'

local jobs, sent = {}, {}
local at = 0
local threads = {}

-- The id of a request comes back with its answer, and says of which job it is.
local function post(job, token, document, input)
  local headers = {
    ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token,
    ["X-Request-Id"] = string.format("%08d", job),
  }
  local body = '{"query":"' .. document .. '","variables":{"input":' .. input .. '}}'
  return wrk.format("POST", "/graphql", headers, body)
end

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  for line in io.lines(args[1]) do
    local sender, recipient, input = line:match("^(%S+)\t(%S+)\t(.+)$")
    jobs[#jobs + 1] = { sender = sender, recipient = recipient, input = input }
  end
  accepted, refused, first = 0, 0, ""
end

-- Whoever was referred is accepted before the next is referred.
function request()
  local next = table.remove(sent)
  if next then
    return post(next.job, jobs[next.job].recipient, ACCEPT, '{"referralId":"' .. next.id .. '","version":' .. next.version .. "}")
  end
  at = at + 1
  if not jobs[at] then
    first = first == "" and "there were not enough people to refer" or first
    wrk.thread:stop()
    at = 1
  end
  return post(at, jobs[at].sender, REFER, jobs[at].input)
end

function response(status, headers, body)
  local id, version = body:match(SENT)
  if id then
    sent[#sent + 1] = { id = id, version = version, job = tonumber(headers["x-request-id"]) }
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
