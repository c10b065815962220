import Link from "next/link";
import "../host.css";

export const metadata = { title: "Host", icons: "data:," };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <main id="host">
          <h1>My portfolio</h1>
          <p>Words, a <a href="#elsewhere">link</a> and <code>code</code>.</p>
          <nav><Link href="/">Home</Link> <Link href="/career">Career</Link></nav>
          <ul className="timeline"><li className="chip">One</li></ul>
          <label>Name <input id="field" /></label>
          <button>Press</button>
        </main>
        <div id="place">{children}</div>
        <div id="tail"></div>
      </body>
    </html>
  );
}
