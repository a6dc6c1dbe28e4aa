// Reads a site with statuspage.io, at the address that is the argument, and writes it as JSON.
import { Statuspage } from "statuspage.io";

const client = new Statuspage("x");
client.setApiUrl(process.argv[2]);
const { api } = client;

const found = {
  summary: await api.getSummary(),
  status: await api.getStatus(),
  components: await api.getComponents(),
  incidents: await api.incidents.getAll(),
  "incidents/unresolved": await api.incidents.getUnresolved(),
  "scheduled-maintenances/upcoming": await api.scheduledMaintenances.getUpcoming(),
};
process.stdout.write(JSON.stringify(found));
