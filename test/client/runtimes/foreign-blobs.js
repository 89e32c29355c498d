/** The classes of Blobs that programs for Node bring along. */
import { Blob as FetchBlob } from 'fetch-blob';
import { Blob as FormDataBlob } from 'formdata-node';

globalThis.foreignBlobs = { 'of fetch-blob': FetchBlob, 'of formdata-node': FormDataBlob };
