import Briefings
import Search

/// What the reader wants done outside: values, so that tests can compare them.
public enum Effect: Hashable, Sendable {
  /// Fetch rows of the list.
  case loadList(request: Int, filter: BriefingFilter, order: ListOrder, place: ListPlace, limit: Int)
  /// Fetch the tags of the archive, most used first.
  case loadTags(request: Int, limit: Int)
  /// Keep how lists are shown, as `KeptView` writes it, for the next session.
  case keepView(String)
  /// Fetch the articles of one story, newest first.
  case loadStory(request: Int, BriefingFilter)
  /// Count the articles of the list by what they have in common.
  case loadGroups(request: Int, ListGrouping, BriefingFilter)
  /// Count the rows of the list.
  case countList(request: Int, filter: BriefingFilter)
  /// Fetch an article with its findings.
  case loadArticle(request: Int, BriefingID)
  /// Look for something in an article that is too long to be looked through at once.
  case findInArticle(request: Int, ArticleQuery, Briefing)
  /// Search the archive.
  case search(request: Int, Query, limit: Int)
  /// Search the archive otherwise.
  case searchMore(request: Int, SearchRequest)
  /// Keep a query among those that were asked before.
  case rememberQuery(String)
  /// Fetch the statements related to one.
  case loadRelated(request: Int, StatementID)
  /// Fetch what a page shows.
  case loadPage(request: Int, PageRequest)
  /// Change articles in the archive, and tell which ones were changed.
  case change(ArticleChange, [BriefingID], isUndo: Bool)
  /// Keep something that the user made beside articles.
  case keep(Keeping, isUndo: Bool)
  /// Write a file, and tell how far that is.
  case export(ExportOrder)
  /// Have the text of a note changed in the user's editor.
  case edit(String)
  /// Note that an article was opened, or not.
  case markRead(BriefingID, Bool)
  /// Note where an article is being read.
  case savePosition(BriefingID, Place)
  /// Keep a decision and apply it, to the article shown before all others.
  case decide(Decision, shown: BriefingID?)
  /// Take the newest decision back, in the article shown before all others.
  case undoDecision(shown: BriefingID?)
  /// Open an address of the web, all ASCII, with the program that the configuration names.
  case openLink(String)
  /// Put text on the clipboard.
  case copy(String)
  /// Draw everything anew.
  case redraw
  /// Stop, as Ctrl-Z asks for.
  case suspend
  /// End.
  case quit
}
