-- The same query for one organisation after another. Arguments: a file with the document as a JSON
-- body, and a file with a token a line.

local requests = {}
local at = 0

function init(args)
  local body = io.open(args[1]):read("*a")
  for token in io.lines(args[2]) do
    local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }
    requests[#requests + 1] = wrk.format("POST", "/graphql", headers, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

-- An answer with an error in it is none.
function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99)))
end
