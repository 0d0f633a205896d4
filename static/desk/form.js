/* The article's form. Each module brings one behaviour to what the page holds; all work alone. */
import "./problems.js";
import "./checks.js";
import "./pick.js";
import "./rows.js";
import "./tags.js";
import "./room.js";
import "./grow.js";
import "./embeds.js";
import "./sharing.js";
import "./paid.js";
import "./preview.js";
import "./leave.js";
import "./copy.js";
