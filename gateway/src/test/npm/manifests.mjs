// Says what is wrong with Kubernetes objects, given as a file with a JSON array of them: one line for each fault, nothing if there is none.
import { readFileSync } from 'node:fs';

const core = 'kubernetes-models/_schemas/IoK8sApi';
const certManager = '@kubernetes-models/cert-manager/_schemas/ComGithubCertManagerCertManagerPkgApisCertmanagerV1';
const monitoring = '@kubernetes-models/prometheus-operator/_schemas/ComGithubPrometheusOperatorPrometheusOperatorPkgApisMonitoringV1';
const schemas = {
  'v1/ConfigMap': core + 'CoreV1ConfigMap',
  'v1/Namespace': core + 'CoreV1Namespace',
  'v1/Service': core + 'CoreV1Service',
  'apps/v1/Deployment': core + 'AppsV1Deployment',
  'autoscaling/v2/HorizontalPodAutoscaler': core + 'AutoscalingV2HorizontalPodAutoscaler',
  'networking.k8s.io/v1/Ingress': core + 'NetworkingV1Ingress',
  'networking.k8s.io/v1/NetworkPolicy': core + 'NetworkingV1NetworkPolicy',
  'policy/v1/PodDisruptionBudget': core + 'PolicyV1PodDisruptionBudget',
  'cert-manager.io/v1/Certificate': certManager + 'Certificate',
  'cert-manager.io/v1/Issuer': certManager + 'Issuer',
  'monitoring.coreos.com/v1/PrometheusRule': monitoring + 'PrometheusRule',
  'monitoring.coreos.com/v1/ServiceMonitor': monitoring + 'ServiceMonitor',
  'postgresql.cnpg.io/v1/Cluster': '@kubernetes-models/cloudnative-pg/_schemas/ComGithubCloudnativePgCloudnativePgApiV1Cluster',
};

// The schemas let unknown fields pass, which is what a slip of the pen makes. A field that the check never looks at is one.
function watched(value, path, unread) {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const parts = new Map(Object.keys(value).map((key) => [key, watched(value[key], `${path}/${key}`, unread)]));
  parts.forEach((_, key) => unread.add(`${path}/${key}`));
  return new Proxy(value, {
    get(target, key) {
      unread.delete(`${path}/${String(key)}`);
      return parts.has(key) ? parts.get(key) : Reflect.get(target, key);
    },
  });
}

async function faultsOf(object) {
  const name = `${object.kind} ${object.metadata?.name}`;
  const schema = schemas[`${object.apiVersion}/${object.kind}`];
  if (!schema) {
    return [`${name}: no schema for ${object.apiVersion}/${object.kind}`];
  }
  const { validate } = await import(`./node_modules/${schema}.js`);
  const unread = new Set();
  const faults = validate(watched(object, '', unread)) ? [] : validate.errors.map((error) => `${name}: ${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`);
  const unknown = [...unread].filter((path) => !unread.has(path.slice(0, path.lastIndexOf('/'))));
  return [...faults, ...unknown.map((path) => `${name}: ${path} is no field`)];
}

for (const object of JSON.parse(readFileSync(process.argv[2]))) {
  for (const fault of await faultsOf(object)) {
    console.log(fault);
  }
}
