// "Leave this site" without a way back by the back button. Without scripts it is a plain link.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.leave");
  if (link) {
    event.preventDefault();
    document.documentElement.hidden = true;
    location.replace(link.href);
  }
});

// htmx notes the address of the page for going back, which it does not do here: nothing is kept.
addEventListener("load", () => {
  try {
    sessionStorage.clear();
  } catch {
    // A browser that forbids the store has kept nothing.
  }
});
