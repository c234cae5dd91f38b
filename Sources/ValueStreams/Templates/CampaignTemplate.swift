extension Template {
  /// A campaign in an organisation where brand, legal and product each approve.
  static let campaign = Template(
    name: "campaign",
    summary: "From a campaign request to shared learnings: 15 steps, copy and design side by side, three approvals",
    document: #"""
      {
        "commitment": "prioritisation",
        "doneWhen": "What was learned is shared with those who asked",
        "format": "vsm-map/1",
        "steps": [
          {
            "after": [],
            "id": "request",
            "name": "Campaign request",
            "notes": "Where do requests come from, and which bypass the backlog?",
            "team": "marketing"
          },
          {
            "id": "brief",
            "name": "Brief",
            "notes": "How often must the writer of the brief go back and ask?",
            "team": "marketing"
          },
          {
            "id": "prioritisation",
            "name": "Prioritisation and commitment",
            "notes": "How long does a finished brief lie until the team commits to it?",
            "team": "marketing"
          },
          {
            "after": [
              "prioritisation"
            ],
            "id": "copy",
            "name": "Copy",
            "notes": "Hands-on time only. Copy and design run side by side.",
            "team": "marketing"
          },
          {
            "after": [
              "prioritisation"
            ],
            "id": "design",
            "name": "Design",
            "notes": "Hands-on time only. Copy and design run side by side.",
            "team": "design"
          },
          {
            "after": [
              "copy",
              "design"
            ],
            "id": "review",
            "name": "Review and revisions",
            "notes": "Likely loop: back to copy or to design, or another round of review. When you know how often, add an entry to rework with its percent.",
            "team": "marketing"
          },
          {
            "after": [
              "review"
            ],
            "id": "brand-approval",
            "name": "Brand approval",
            "notes": "How long with them, for how long of work?",
            "team": "brand"
          },
          {
            "after": [
              "review"
            ],
            "id": "legal-approval",
            "name": "Legal approval",
            "notes": "Likely loop: back to copy. When you know how often, add an entry to rework with its percent.",
            "team": "legal"
          },
          {
            "after": [
              "review"
            ],
            "id": "product-approval",
            "name": "Product approval",
            "notes": "How long with them, for how long of work?",
            "team": "product"
          },
          {
            "after": [
              "brand-approval",
              "legal-approval",
              "product-approval"
            ],
            "id": "build-web",
            "name": "Build web pages",
            "notes": "Does it need all three approvals before it can start?",
            "team": "web"
          },
          {
            "after": [
              "brand-approval",
              "legal-approval",
              "product-approval"
            ],
            "id": "build-email",
            "name": "Build emails",
            "notes": "Does it need all three approvals before it can start?",
            "team": "email"
          },
          {
            "after": [
              "brand-approval",
              "legal-approval",
              "product-approval"
            ],
            "id": "build-ads",
            "name": "Build ads",
            "notes": "Does it need all three approvals before it can start?",
            "team": "ads"
          },
          {
            "after": [
              "build-ads",
              "build-email",
              "build-web"
            ],
            "id": "launch",
            "name": "QA and launch",
            "notes": "Likely loop: back to one of the builds. When you know how often, add an entry to rework with its percent.",
            "team": "marketing"
          },
          {
            "id": "measurement",
            "name": "Measurement",
            "notes": "The wait here is the time until there is enough to measure.",
            "team": "marketing"
          },
          {
            "id": "learnings",
            "name": "Learnings shared",
            "notes": "With whom, and do they use them for the next request?",
            "team": "marketing"
          }
        ],
        "team": "marketing",
        "teams": {
          "ads": {
            "name": "Paid media"
          },
          "brand": {
            "name": "Brand"
          },
          "design": {
            "name": "Design"
          },
          "email": {
            "name": "Email"
          },
          "legal": {
            "name": "Legal"
          },
          "marketing": {
            "name": "Marketing"
          },
          "product": {
            "name": "Product"
          },
          "web": {
            "name": "Web"
          }
        },
        "title": "Campaign, from request to learning",
        "trigger": "Somebody asks for a campaign"
      }

      """#)
}
