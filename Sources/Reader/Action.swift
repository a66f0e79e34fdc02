/// What a key can ask for. The keymap gives each its keys and its words.
public enum Action: String, Hashable, Sendable, CaseIterable {
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom
  case open, back, forward, leave, quit
  case nextPane, previousPane, paneLeft, paneRight
  case togglePanel, entitiesTab, statementsTab, notesTab, editions, writeNote, flip
  case nextStatement, previousStatement, related, toggleDoubtful
  case thread, compare, entityCard, speakerTimeline, topicTimeline
  case findInArticle, nextMatch, previousMatch, searchArchive
  case searchKind, narrowSearch, rankAll, saveSearch, savedSearches, sinceLastTime, markAllSeen
  case nextArticle, previousArticle, nextUnread, toggleRead
  case toggleMark, markRange, toggleFlag, addTag, removeTag, deleteArticles
  case groupList, foldAll, unfoldAll, filterList, nextOrder, nextDates, nextDigits, resetView
  case links, trail, cite, setMark, goToMark
  case zoom, widen, narrow, toggleList
  case mergeEntity, renameEntity, retypeEntity, rejectEntity, rejectMention, splitForm, addEntity, undo
  case copy, export, help, redraw, suspend, language, nextTheme, palette
}
