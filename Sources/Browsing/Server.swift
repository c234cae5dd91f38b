import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import Rendering

/// The web server: the only file that knows of sockets. It answers GET and HEAD, and only for names of this computer.
package struct Server: Sendable {
  private let desk: Desk
  private let host: String
  private let port: Int
  private let names: HostNames
  private let logger: Logger

  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - names: host names beside those of this computer by which it may be asked.
  package init(_ desk: Desk, host: String, port: Int, names: [String], logger: Logger) {
    self.desk = desk
    self.host = host
    self.port = port
    self.names = HostNames(names + [host])
    self.logger = logger
  }

  /// Runs until SIGTERM or SIGINT, then lets what is being answered finish.
  ///
  /// - Parameter ready: told the port as soon as connections are accepted.
  package func run(ready: @escaping @Sendable (Int) -> Void) async throws {
    let responder = CallbackResponder { (request: Request, _: BasicRequestContext) in await respond(to: request) }
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(1024, logger: logger)),
      onServerRunning: { channel in ready(channel.localAddress?.port ?? port) }, logger: logger)
    try await application.runService()
  }

  private func respond(to request: Request) async -> Response {
    let start = ContinuousClock.now
    let response = await answer(request)
    logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "target": "\(visible(String(request.uri.string.prefix(256))))",
        "status": "\(response.status.code)", "microseconds": "\((ContinuousClock.now - start) / .microseconds(1))",
      ])
    return response
  }

  private func answer(_ request: Request) async -> Response {
    guard let authority = request.head.authority, names.admit(authority) else {
      // A page of another site whose name was made to lead here must not read this one.
      return Self.plain(.misdirectedRequest, "This server does not answer to that name.")
    }
    guard request.method == .get || request.method == .head else {
      var response = Self.plain(.methodNotAllowed, "This server is read-only.")
      response.headers[.allow] = "GET, HEAD"
      return response
    }
    guard request.uri.string.utf8.count <= PageRequest.targetLimit else {
      return Self.plain(.uriTooLong, "The address is too long.")
    }
    guard let asked = PageRequest(target: request.uri.string) else {
      return Self.response(await desk.apology(), to: request)
    }
    return Self.response(await desk.page(for: asked), to: request)
  }

  private static func response(_ page: Page, to request: Request) -> Response {
    var headers = safeHeaders
    headers[.contentSecurityPolicy] = page.kind == .svg ? ContentPolicy.picture : ContentPolicy.page
    headers[.location] = page.location
    if let tag = page.tag {
      headers[.eTag] = tag
      if let known = request.headers[.ifNoneMatch], EntityTags(known).contain(tag) {
        return Response(status: .notModified, headers: headers)
      }
    }
    headers[.contentType] = page.kind.rawValue
    let body = ResponseBody(byteBuffer: ByteBuffer(bytes: page.body))
    let response = Response(status: HTTPResponse.Status(code: page.status.rawValue), headers: headers, body: body)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
    var headers = safeHeaders
    headers[.contentSecurityPolicy] = ContentPolicy.page
    headers[.contentType] = "text/plain; charset=utf-8"
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
  }

  /// Every answer is asked for anew, cheaply; it is what it says it is, and no other site's page may hold it.
  private static let safeHeaders: HTTPFields = {
    var headers: HTTPFields = [.cacheControl: "no-cache", .xContentTypeOptions: "nosniff"]
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ] {
      if let field = HTTPField.Name(name) { headers[field] = value }
    }
    return headers
  }()
}
