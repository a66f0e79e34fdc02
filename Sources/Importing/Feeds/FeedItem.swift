/// One item of a feed, as it stands there.
struct FeedItem {
  var title = ""
  /// `guid`, `id` or `rdf:about`.
  var id = ""
  var link = ""
  /// What the link is resolved against.
  var base = ""
  var date = ""
  var author = ""
  var language = ""
  /// The outlet that an aggregator took it from.
  var source = ""
  var tags: [String] = []
  /// The whole text, as HTML.
  var content = ""
  /// A summary, as HTML.
  var summary = ""
  /// Which one of the feed it is, from 1.
  var number = 0
}

/// What a feed says about itself.
struct FeedChannel {
  var title = ""
  var link = ""
  var language = ""
  var author = ""
  var base = ""
}
