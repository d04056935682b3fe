// "Leave this site" without a way back by the back button. Without scripts it is a plain link.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.leave");
  if (link) {
    event.preventDefault();
    document.documentElement.hidden = true;
    location.replace(link.href);
  }
});
