import Foundation

/// The host of an address of the web in lower case, `www.` left out; `nil` for anything else.
func webHost(_ address: String) -> String? {
  let lower = address.lowercased()
  guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), let start = lower.firstRange(of: "//") else {
    return nil
  }
  let authority = lower[start.upperBound...].prefix { !"/?#".contains($0) }
  let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
  guard !host.isEmpty else { return nil }
  return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
}

/// `address` made whole by the one it stands in; `nil` where that gives no address of the web.
func webAddress(_ address: String, in base: String) -> String? {
  let clean = String(trimmed(Substring(address)).unicodeScalars.filter { !isControl($0) })
  guard !clean.isEmpty, clean.utf8.count <= 2000 else { return nil }
  if webHost(clean) != nil { return clean }
  guard webHost(base) != nil, let whole = URL(string: clean, relativeTo: URL(string: base))?.absoluteString,
    webHost(whole) != nil
  else { return nil }
  return whole
}

/// `address` without a fragment and without the parameters that only count readers (`utm_source` and their kind).
func withoutTracking(_ address: String) -> String {
  let whole = address.prefix { $0 != "#" }
  guard let mark = whole.firstIndex(of: "?") else { return String(whole) }
  let kept = whole[whole.index(after: mark)...].split(separator: "&").filter { parameter in
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return !name.hasPrefix("utm_") && !["fbclid", "gclid", "mc_cid", "mc_eid", "ref_src", "cmpid"].contains(name)
  }
  let path = String(whole[..<mark])
  return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
}
