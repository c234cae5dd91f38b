package import CanonicalJSON

/// What makes a table unreadable at some place.
package struct TableFault: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    // MARK: The file as a whole; no row follows

    /// A workbook (.xlsx, .ods, .xls), not a table as text.
    case workbook
    /// UTF-16 or UTF-32 text.
    case wideText
    /// Bytes that no text has.
    case binary
    /// Longer than ``TableReader/rowLimit``.
    case rowTooLong

    // MARK: A field

    /// A quotation mark opens a field and no other closes it.
    case unclosedQuote
    /// `"so"called`
    case textAfterQuote
  }

  package let kind: Kind
  /// In the bytes of the row.
  let offset: Int
  package internal(set) var position: JSONPosition
}

extension TableFault.Kind {
  /// What is wrong.
  package var message: String {
    switch self {
    case .workbook: "this is a workbook, not a CSV file"
    case .wideText: "this is text in UTF-16 or UTF-32"
    case .binary: "this is not text"
    case .rowTooLong: "this row has more than 16 MiB"
    case .unclosedQuote: "a quotation mark opens this field and none closes it"
    case .textAfterQuote: "text follows the closing quotation mark of a field"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch self {
    case .workbook, .wideText, .binary: "save it in your spreadsheet program as \"CSV UTF-8\""
    case .rowTooLong: "look for a missing line break or quotation mark"
    case .unclosedQuote: "close it, or write \"\" for a quotation mark inside"
    case .textAfterQuote: "write \"\" for a quotation mark inside the field"
    }
  }
}
