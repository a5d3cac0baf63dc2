//! The questions of all plans: grouped, counted, put on one agenda for each office; answers go back to every plan that asked.
