extension Template {
  /// Content production as one flow; split its approval when several people approve.
  static let content = Template(
    name: "content",
    summary: "Content production from concept to promotion: 7 steps in a row",
    document: #"""
      {
        "commitment": "review",
        "doneWhen": "The piece is published and promoted",
        "format": "vsm-map/1",
        "steps": [
          {
            "after": [],
            "id": "conceptualisation",
            "name": "Conceptualisation",
            "notes": "Where do ideas come from, and which bypass the backlog?",
            "team": "content"
          },
          {
            "id": "review",
            "name": "Review of the concept",
            "notes": "How long does an idea lie until somebody says yes or no?",
            "team": "content"
          },
          {
            "id": "creation",
            "name": "Content creation",
            "notes": "Hands-on time only, not the days on which the draft lay.",
            "team": "content"
          },
          {
            "id": "editing",
            "name": "Editing",
            "notes": "Likely loop: back to content creation. When you know how often, add an entry to rework with its percent.",
            "team": "content"
          },
          {
            "id": "design",
            "name": "Design",
            "notes": "How long in their queue, for how long of work?",
            "team": "design"
          },
          {
            "id": "approval",
            "name": "Approval",
            "notes": "Likely loop: back to editing or to design. If several approve, give each a step. When you know how often, add an entry to rework with its percent.",
            "team": "approvers"
          },
          {
            "id": "promotion",
            "name": "Promotion",
            "notes": "Where does the finished piece go, and who is told?",
            "team": "content"
          }
        ],
        "team": "content",
        "teams": {
          "approvers": {
            "name": "Approvers"
          },
          "content": {
            "name": "Content"
          },
          "design": {
            "name": "Design"
          }
        },
        "title": "Content production, from idea to promotion",
        "trigger": "An idea is put forward"
      }

      """#)
}
