export default function (config) {
  config.addPassthroughCopy({ "node_modules/career-timeline/dist/element/career-timeline.js": "career-timeline.js", "career.json": "career.json", "host.css": "host.css" });
  return { dir: { input: "pages", includes: "../layouts" } };
}
