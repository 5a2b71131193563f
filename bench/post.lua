-- wrk's script: posts the file named first, with the content type named second; at the end one line of figures:
-- requests, seconds, p50 and p99 in milliseconds, answers that were no success, socket errors.

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  wrk.method = "POST"
  wrk.body = file:read("*a")
  wrk.headers["Content-Type"] = arguments[2]
  file:close()
end

function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format("figures %d %.3f %.3f %.3f %d %d", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
