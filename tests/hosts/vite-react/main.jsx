import { lazy, Suspense, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import "./host.css";

const Career = lazy(() => import("./Career.jsx"));
const without = location.search === "?without";

function Page() {
  const [there, setThere] = useState(!without);
  useEffect(() => {
    const show = ({ detail }) => setThere(detail);
    addEventListener("host-show", show);
    return () => removeEventListener("host-show", show);
  }, []);
  return (
    <>
      <main id="host">
        <h1>My portfolio</h1>
        <p>Words, a <a href="#elsewhere">link</a> and <code>code</code>.</p>
        <ul className="timeline"><li className="chip">One</li></ul>
        <label>Name <input id="field" /></label>
        <button>Press</button>
        <table><tbody><tr><td>1</td></tr></tbody></table>
      </main>
      <div id="place"><Suspense fallback={null}>{there && <Career />}</Suspense></div>
      <div id="tail"></div>
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
