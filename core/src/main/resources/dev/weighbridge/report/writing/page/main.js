"use strict";

/** What the page shows, when it is there. */
let page = null;

/** Done when the page shows something. */
const shown = readData()
  .then(data => {
    showView(data.schema.startsWith("weighbridge/lint") ? "findings" : "map");
    page = data.schema.startsWith("weighbridge/lint") ? new Findings(data) : new Page(data);
  })
  .catch(fault => {
    byId("empty").textContent = fault.message;
    throw fault;
  });
