import Testing

/// The costly proofs, one after another: a random law over many cases, or a comparison with ECMAScript itself.
@Suite(.serialized)
struct Proofs {}
