import Glibc

/// Stands in for the function by which a libgit2 built with Mbed TLS (Debian's) reads every certificate that the system trusts,
/// at its start, before anybody asked for a connection: a third of the time of a short command. Nothing here connects through
/// libgit2, `git` does; so the list stays empty, and a connection that were tried all the same would trust nobody.
///
/// The dynamic linker prefers a program's own function to a library's of the same name. A libgit2 with another TLS library never
/// calls it. It is the one function that the programs export: the linker keeps what a linked library asks for.
#if compiler(>=6.3)
  @c(mbedtls_x509_crt_parse_file)
#else
  @_cdecl("mbedtls_x509_crt_parse_file")
#endif
package func trustNobody(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?) -> CInt { 0 }
