-- One request, again and again. Arguments: a file with the path, the headers and the body as lines
-- "path …", "header name value", "body …".

local ready

function init(args)
  local path, headers, body = "/", {}, nil
  for line in io.lines(args[1]) do
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
  ready = wrk.format(body and "POST" or "GET", path, headers, body)
end

function request()
  return ready
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99)))
end
