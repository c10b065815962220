/** Texts that broke other programs: prototype keys, controls, direction marks, markup, injections, half characters, numbers in disguise. */
export const HOSTILE: readonly string[] = [
  "", " ", "\u00a0", "undefined", "null", "NaN", "Infinity", "-1", "1e999", "0x1F", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length",
  "\u0000", "\u0007\u001b[2J\u001b[31m", "\ufeff", "\u200b", "\u202eright to left", "\u2066isolate", "\ud800", "\udfff", "\ud83d", "e\u0301".repeat(50), "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "👩‍👩‍👧‍👦", "🏳️‍🌈", "田中さんにあげて下さい", "הָיְתָה", "الكل في المجمو", "ﷺ", "Ω≈ç√∫˜µ≤≥÷", "\u2028", "\u2029",
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</script><script>alert(1)</script>", "]]>", "<!--", "&lt;script&gt;", "\"><b>", "'-alert(1)-'", "{{7*7}}", "${7*7}",
  "javascript:alert(1)", "data:text/html,x", "https://user:pass@example.org", "https://example.org/\u202egnp.exe", "//example.org", "url(https://example.org)",
  "'; DROP TABLE roles; --", "../../etc/passwd", "%s%n%d", "%00", "\\", "\\u0000", "\"", "'", "`", "\r\n", "\t", "=1+1", "@SUM(1)", "{\"a\":1}", "[1,2]",
  "2020-13", "2020-02-30", "99999", "0000", "-2020", "2020-1", "２０２０", "2020-01-01T00:00Z", "¾", "half a half a half", "one hundred and and twenty", "1,,,2", "1.2.3.4", "9".repeat(400), "a".repeat(20_001),
  "(a+)+$", "a{1000}{1000}", `${"a".repeat(5000)}!`, " ".repeat(5000), "-".repeat(5000), "<".repeat(5000), "1,".repeat(5000),
];
