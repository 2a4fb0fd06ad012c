-- A few requests by turns, again and again. Arguments: a file for each with the path, the headers and the body as
-- lines "path …", "header name value", "body …".

local ready, turn = {}, 0

local function read(file)
  local path, headers, body = "/", {}, nil
  for line in io.lines(file) do
    local word, rest = line:match("^(%S+) (.+)$")
    if word == "path" then
      path = rest
    elseif word == "header" then
      local name, value = rest:match("^(%S+) (.+)$")
      headers[name] = value
    else
      body = rest
    end
  end
  return wrk.format(body and "POST" or "GET", path, headers, body)
end

function init(args)
  for n, file in ipairs(args) do
    ready[n] = read(file)
  end
end

function request()
  turn = turn % #ready + 1
  return ready[turn]
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99)))
end
