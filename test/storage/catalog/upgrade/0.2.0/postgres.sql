--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: blobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.blobs (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    sha512 text NOT NULL COLLATE pg_catalog."C",
    md5 text COLLATE pg_catalog."C",
    sha1 text COLLATE pg_catalog."C",
    size bigint NOT NULL,
    location text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: deleted_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deleted_versions (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    version_key text NOT NULL COLLATE pg_catalog."C",
    variant text NOT NULL COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C",
    sha512 text NOT NULL COLLATE pg_catalog."C",
    deleted_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entries (
    package_id text NOT NULL COLLATE pg_catalog."C",
    registry_id text NOT NULL COLLATE pg_catalog."C",
    part text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    refusal text COLLATE pg_catalog."C"
);


--
-- Name: entry_editions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry_editions (
    ecosystem text NOT NULL COLLATE pg_catalog."C",
    edition integer NOT NULL
);


--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    package_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    registry_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C",
    derived integer DEFAULT 0 NOT NULL
);


--
-- Name: index_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.index_files (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    folder text NOT NULL COLLATE pg_catalog."C",
    part text COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: index_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.index_parts (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL
);


--
-- Name: indexes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.indexes (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    last_modified text NOT NULL COLLATE pg_catalog."C",
    date text COLLATE pg_catalog."C"
);


--
-- Name: kysely_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);


--
-- Name: kysely_migration_lock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);


--
-- Name: organizations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organizations (
    id text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    owner_id text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: packages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.packages (
    id text NOT NULL COLLATE pg_catalog."C",
    registry_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    version_key text NOT NULL COLLATE pg_catalog."C",
    variant text NOT NULL COLLATE pg_catalog."C",
    metadata text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C",
    publisher_id text COLLATE pg_catalog."C",
    publisher text COLLATE pg_catalog."C",
    publisher_issuer text COLLATE pg_catalog."C"
);


--
-- Name: registries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.registries (
    id text NOT NULL COLLATE pg_catalog."C",
    organization_id text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    ecosystem text NOT NULL COLLATE pg_catalog."C",
    description text COLLATE pg_catalog."C",
    emoji text COLLATE pg_catalog."C",
    color text COLLATE pg_catalog."C",
    public integer NOT NULL,
    oidc_policy text COLLATE pg_catalog."C",
    team_ids text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    created_at text NOT NULL COLLATE pg_catalog."C",
    updated_at text NOT NULL COLLATE pg_catalog."C",
    deleted_at text COLLATE pg_catalog."C"
);


--
-- Name: released; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.released (
    location text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: secrets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.secrets (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: signing_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signing_keys (
    registry_id text NOT NULL COLLATE pg_catalog."C",
    private_key text NOT NULL COLLATE pg_catalog."C",
    public_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tokens (
    id text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    scopes text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C",
    expires_at text COLLATE pg_catalog."C",
    last_used_at text COLLATE pg_catalog."C",
    organization_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    registry_id text COLLATE pg_catalog."C",
    from_settings integer NOT NULL,
    parent_id text COLLATE pg_catalog."C"
);


--
-- Name: uploads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.uploads (
    id text NOT NULL COLLATE pg_catalog."C",
    registry_id text NOT NULL COLLATE pg_catalog."C",
    expires_at text NOT NULL COLLATE pg_catalog."C",
    file_name text COLLATE pg_catalog."C",
    sha256 text COLLATE pg_catalog."C"
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    created_at text NOT NULL COLLATE pg_catalog."C"
);


--
-- Data for Name: blobs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f', '46665cb1647f1012b1bedfc1ca81b37e0cdf64fbfb68d4c07d3a6b4d099336e6ec79f48aa3867202b43d03df30f1951ff93d72a681c026744fc444bcab537bd6', NULL, NULL, 4288, 'f0/a9/f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f.2be7dd3b7a3a4f45be8b54a43e7a94e0');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('21890eb1b0a35cbc5492746ac10a55d6d61e6e93f9cb5903084767fce191faa3', '46f9a9e6aa9c7260360bdc54ab2b944085211686b3fda0b256aac0b64d27cb03f066af65ad6e166a42e8870aceaebc541ce8fa597f5569d1ddea5c1b1cccc69b', NULL, NULL, 2806, '21/89/21890eb1b0a35cbc5492746ac10a55d6d61e6e93f9cb5903084767fce191faa3.3a0a9358cad34e08bd1a13fa0ad6af1c');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('774cda6371bcfb3d4d0e9b73f4f054a025263267dd359a909cbc4097a3904ff7', '5635504466f21ef1640688b50a81b3151b1c57c40d2fdd5e04b29ca1271d0239fbf1c68d070b102479a0310ada019f83c86c9e13cf126565b9bacd4fcefc5f93', NULL, NULL, 322, '77/4c/774cda6371bcfb3d4d0e9b73f4f054a025263267dd359a909cbc4097a3904ff7.c162e2a0b0c8437289eabd69cb485a17');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc', '1cc897f5f1ff8859dfcbe75c4d95146db9a962e59707884083b8d693d415b64de04b964cba535ce99aedfdd652d9b587668a639a6eb2a93b1c0a99957b5389cf', NULL, NULL, 336, 'c1/e2/c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc.8ccfaa85dc84464aa0b49a1937f2c213');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('ce1e06cc121122fca605d6b97bd4a355edb86110b7efb71b5e22f1a220d642c1', '00aee4666ef5105d407c3f9da401f56b2393f9e42884c5ae1549eaa60a0cd7c1a0254db9d44f8c30d0388f466b8963153283d9aa44f548ad8427efbdf2470b72', NULL, NULL, 2435, 'ce/1e/ce1e06cc121122fca605d6b97bd4a355edb86110b7efb71b5e22f1a220d642c1.3365ce5c9fe14d96b039593883781b80');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('d1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf', '849461cb54ecde577246aad993d1ecabb879913e353ae322561c7c57605f571e23210fe12bdcef49faa99b5b003611976ff64348f620968271e38bba1c7d7f62', NULL, NULL, 20, 'd1/11/d1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf.96cd6ed080344d478aca32f2086ac8e3');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf', 'd408859847da7b30ac45ab60985e9b5766358da011d9df36fe731a3a1b0488f5922af362ad48ab6752883ef0b06d675b8e9341b2f83188d35b04bffcd894ecfd', NULL, NULL, 491, 'e8/0b/e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf.36e24a5edaa843e6b2f4176f0bc36f42');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e', '23273addc26ab799be28a413e5dae834b595f369b749fb621e1110b14c1db50a0cd96ee3edb6978e2d2007fabccb40cc3047813bba7f6cb47ae6954874261525', NULL, NULL, 4288, 'e6/42/e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e.02e1bc3ffecc47b1b7725a883fa6888c');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('6a33a9ea1f0ea1e979dde52e51e05be2cc27a9df13b674b720fc7528ed68c900', '7bfe803c70b15220704678a69c175efd4985d33d764ef8c6d6676d2854de592c9cc056f7a606f695f417ebcb0308bc90b0deb4968613e0fd977a69b8bad461a3', NULL, NULL, 2435, '6a/33/6a33a9ea1f0ea1e979dde52e51e05be2cc27a9df13b674b720fc7528ed68c900.5456584c2ad44902afc912c99629c894');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('dd0515b396edc324ea6d5f4f63f28ffa81750b7bf57f182521df9b2ad1500bb3', '26c59bd1529fbceafe456626e63df5da756fb44224dae2f58d6efa0877d317dfb04a0f4d5188d1e83b42cfe07954c0fc182bb4f6cf8c4ef4f01960bfb14f0a1a', NULL, NULL, 322, 'dd/05/dd0515b396edc324ea6d5f4f63f28ffa81750b7bf57f182521df9b2ad1500bb3.356776e08e8846e79aea233bc4433743');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0', '14ae34ffe68e1c9b6c42387d5f1408fc11dabffed76ee7495a53fca9e044fcc53c2ecbced56aba205f187e0a24f903f6d5e52a77d8aca66966e15f3a2e19b115', NULL, NULL, 982, '8b/50/8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0.1d65ed62413f496c98a33ad23af4d4b6');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e', NULL, NULL, 0, 'e3/b0/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.5254c1caef02414a89e41ad3184d153e');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('ec276e98deb98a32bfabf88454694043a8c6e407d53d9c912871d2e4b666ccdd', 'd8df94cd56a75cea823e2e178247ad809ba33e10ba76e5988c262c7108426351cd5f15ab4372df529ca7731f0e0c5fe43b5939e4867ef9975e14b9fa31948cbc', NULL, NULL, 2806, 'ec/27/ec276e98deb98a32bfabf88454694043a8c6e407d53d9c912871d2e4b666ccdd.e20245073fd44336ba448bdfbffb2a3d');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1', '0cb582ea492e2359b004eef24d4ea59af2512925a9eea6aa6c80e7301c81c07f9f7f9bd72dfa6e992fc9688403f4d9a22b594e5a2a447b4279681185c9ded6e1', NULL, NULL, 4288, '58/41/58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1.b0b5e4c15ced4b198aefa458fb88c7df');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('09373de6a8c4e179a7f86790450e82ee45eacb84842f85f8b0c56802dc7b0ed0', '7d4317ddebfaa074666e420db01b4413bf42fbeaf18716f8dc56520ef1da6a15a3c1759034c93c109563d13a91627b9890a76049bf4caf1566995d93dc842456', NULL, NULL, 2438, '09/37/09373de6a8c4e179a7f86790450e82ee45eacb84842f85f8b0c56802dc7b0ed0.3ab2ab0c9161425c82f26cee71ba776d');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e', 'c3b5248e45c1c50f7ca4569753aa09dc5a898b0681558fcc0a090e6c8c56050ba8a33d6c52af57c9b18a9710081d9085f8d0040a3420e43d67552a7377e59723', NULL, NULL, 491, '13/69/13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e.6a5c54c6fc7b4144b1b95533beb8ef6f');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29', 'ef4b970af9884fd416904fb6fc869a35ea2383095f384361df0aa0f23da102558ff6186a58c9baaa4cac23bbba7216fe348372d9a9d34bf34b4a2929ede13ae6', NULL, NULL, 470, '21/47/2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29.d2320c4e770d40f992de17d221ced4f4');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67', '7e2d2e1e74f55855a24fcb81bb26bc6b047795d1ec061188bf9ad33234fbd032b5bda2416cef7a7a4e780f9fe9d020d8f50e83997d7e9f21c6a16c1f310a3f02', NULL, NULL, 335, '48/2c/482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67.cf4432b0948d4a39aff3b013bb877768');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e3e1a4f725f489ff3ace432f27fba92edc8cb16d48c4ebe575b9d27c71bdd1d8', '6b2f29a9f52a90f4b0d61cbd33436acf5b3b9bd5e9b5ed555b2a9086f033a4b09d30096166765e99ab37b1ef40ffd8731a554864d72a713cd993980ad144e95e', NULL, NULL, 322, 'e3/e1/e3e1a4f725f489ff3ace432f27fba92edc8cb16d48c4ebe575b9d27c71bdd1d8.69df27a07dcd45d694bb039d8b27e293');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('faf6481524e1111fc35a61b8df76e2e05f72e17605afa08517a5b82dd718769a', 'f1a4459d45e71e321de50d0b7b6bcf036f0a482994c696b93ea79faab8fed2eb1b1a2d7534a5afe69078958f03d502b2c5c2c8408251eb7c754d2fbd710c7e5e', NULL, NULL, 2809, 'fa/f6/faf6481524e1111fc35a61b8df76e2e05f72e17605afa08517a5b82dd718769a.a4ffb80cdc064443b113f024aa375045');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b', 'a62e5e41cae15e85f656306dcbb5dc85efc090a9ecfa7ea2c1c32f156440e07450cdb399cec296ffb0c595375ebf78c867ac954ea75977cd04d4e83ab6f88100', NULL, NULL, 4288, '4a/bd/4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b.72851c365771437fa4d9cabb412cc7f8');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('14b16817053b155263835145ea37c3edebdd0e9faa2eff62ab443cdc6c002a33', '98138cab78c5caa1554a5ada2ede125e7a74e9933ef7732ae054998145ec2a9c220c1a22ab430dda75153db323dec556da0e8ede3a7401579e54ccb23444406d', NULL, NULL, 984, '14/b1/14b16817053b155263835145ea37c3edebdd0e9faa2eff62ab443cdc6c002a33.7261fc27d91f489a971f307463b27d71');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('22a338a0f40e94ddf1deb5b6a524bd2fe7f1f2713b64a057d60dfcb15bf788a9', 'f97f2425c74c60796f8569a31db96efcce1a99d50b1ac4ba07f9df32b2790db18e0cd85415fa6576720303762b5d932d737e7dc1fdb5b30b686690e5711a71e5', NULL, NULL, 2463, '22/a3/22a338a0f40e94ddf1deb5b6a524bd2fe7f1f2713b64a057d60dfcb15bf788a9.ae902835efee4829bd947a45fb8f67f4');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be', 'ce930bf97e6dc2bd2d72d58998c9713e1eba142d2c747840ebb481ecfccce4c9df83bc382c1fc47ba5dc8a8d9df127f3a4595f0b1464df128e86131ff71b3645', NULL, NULL, 338, '27/f2/27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be.8f92a588b636490db43e57ea020632a1');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('5878668852a28d69ab0419f47ed619e2fda1c7ff652be2175aeb2cc39ada5f02', '32ef0a77b6fa94e58e5c0e56c17e6a6dafac05ab5821fedb8cae6627d1dc5fa5836c4fa6a4daf7adb682c0da78b14668fe048f3cdfbd5127b05fedab564da536', NULL, NULL, 322, '58/78/5878668852a28d69ab0419f47ed619e2fda1c7ff652be2175aeb2cc39ada5f02.2383d1be09bb426cb390e15b3df8b2f2');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('6aa8f27f28ce6d057ca8605225afbdcbb5b96d795b132865dae15eb41e6a3476', '8f25f346f2d41474bc25acac08056c17bb84444d6173890e1525842f72ad85024dc602036a163ab558b313834e3ea392b9a444237ca5bc2c2f4bdb1f4e4dae00', NULL, NULL, 2834, '6a/a8/6aa8f27f28ce6d057ca8605225afbdcbb5b96d795b132865dae15eb41e6a3476.6da0c7e0db0741f0a3f8133cdb74ee08');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('8346975365a442e78f15575049e2542c08ff9d22a61a159e3156be71e44fb3e3', '1cd2ed4d71eb82f4642b0e0775e6b19c5ed0935a825b3525f2a5df85e3cc12e7be7556cdb53849ab6d15b4e1c3084d7e0f690e9506761d18795fa1b9a0bfab10', NULL, NULL, 490, '83/46/8346975365a442e78f15575049e2542c08ff9d22a61a159e3156be71e44fb3e3.30342d39a4dc4dc5ac53eff26d38a05b');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224', '716c527b5c074088e15eb7a93e2527076212762753f102ae1cc8a9eb2098b77765dd80bfe37845ef058daa208c62f46ada491e909df697dd348ca7d9fdbdddf7', NULL, NULL, 493, 'a9/4a/a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224.56f73bf5a0c24f5eb4984631db8ce10a');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('e7bf78dce3ff5b3d32361207b22028a630f3aaf0aca87c39b428afea429ba0c9', '369e2ce0affd119a07d02fcb378f13db98626dfd3ef3a7b36b0dd4d7e8172e1d0e8a67b3d45a0aa3c65519a47eae85cd00a5d043db3157a8f84955642a1ce78e', NULL, NULL, 619, 'e7/bf/e7bf78dce3ff5b3d32361207b22028a630f3aaf0aca87c39b428afea429ba0c9.ac5d75360e864f398b3979569338fe38');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('fc2698e3e9039f4eb95dc2cb63063f388acb9862398e7b8cf5ef29da4687ff4d', '42aabf8f8778445e1fa9bae4c694f17ca5e33efa6ef5226259508d9fd204967d9fd6d36a99232a36f8a4e261c29c943560dd9e1011ee576109858c7ce2b60b22', NULL, NULL, 1475, 'fc/26/fc2698e3e9039f4eb95dc2cb63063f388acb9862398e7b8cf5ef29da4687ff4d.66135a676a604e0fa517a79f38878c33');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662', 'd86c1d362b040b6143a9003c435f2b4cb37788ed77ab148b6fe6cedcb504f22f648ae5103a9c1d9635588bb7caf502cfd41a1ef505454d2c3a0ed79294809332', NULL, NULL, 893, 'a2/07/a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662.37ed64f91ea8488dae134eabbb3453cb');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('b2e6b74e75f3a128cf68f20dfe324fa3874e756b33c7a82ee8f3dd5fa70070b1', '36a859af4a2722dc0d29ff256693261749062d35913d54e0c05d891b505b34b401d1785d5f12a7b9e63a4f1bd06f7b6385d77c395da3345e397c5196627b8c38', NULL, NULL, 98, 'b2/e6/b2e6b74e75f3a128cf68f20dfe324fa3874e756b33c7a82ee8f3dd5fa70070b1.148bbc3d6adf47ca8f7894e6e63147df');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793', 'eecceabb3ad1c761dd20a02dbcad31e1fee8aa6a63b5d98c7c88846bf60c98b660d3ca7e01a32cb586ca39754a442bd445e31156ed5613c147cb566d362e594b', NULL, NULL, 638, '86/83/8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793.6ac3c65509154436a7b037c7dcd83da3');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('30c8b92a0411e54347e2208187d71a14f23012be5db3f6fb55566a2e6fbf0a0a', '7121528f816890a8a101e4f9f1991642f767bc99481dad3bd20b690b0f8554f29b89920767fd15cf411ec620ab00d352e43edd81a25e4ffef6b349e0141dc7a4', NULL, NULL, 74, '30/c8/30c8b92a0411e54347e2208187d71a14f23012be5db3f6fb55566a2e6fbf0a0a.4e214362a8244693ad94695ead21b27b');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab', '91540b3864492e09fda70e38d083aa8f6a584c251c705d64c64c983195ac16562330c8620f540dfd8e433a7f7dcda7f430e291d2103b2a0e5dbd8c9a7e24f59f', NULL, NULL, 861, 'aa/43/aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab.8fa0874e131b45b58642dc24a20163e1');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1', '24e18f444e4e13add8d7859102dfccfd766f2fee640aad01d41242f99623c6cd036605beac719e0acf9976196ac7ea113e01faf9ecd40077777c4009b6e3c3ec', NULL, NULL, 11, '0e/b6/0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1.2e3def55c3f249d7ad7774d3cafdc37f');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '3d580d03ff9a7613c69c51e2088b27b638f0bbc4c38baf77d4f7366544b42ce82dbcbe2bbcde39a56b324a971dbb9b9e922104cc6444e7f9d8461159716f3c82', NULL, NULL, 21, '5e/40/5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883.0c289cadbb774b199a98e4194284657b');
INSERT INTO public.blobs (sha256, sha512, md5, sha1, size, location) VALUES ('7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c', '83e1a4e7eec19078ad69c5d63fd18f27acebb07a6a401737740e14b5ef09c672b1f2e197e5f432e2c752836ec4e4033fb43bbaea2fbbf3c733ac48213383b5e5', NULL, NULL, 18, '75/20/7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c.23ffccfe46cf4e0fb6844bd804be0810');


--
-- Data for Name: deleted_versions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deleted_versions (registry_id, name_key, version_key, variant, sha256, sha512, deleted_at) VALUES ('01a2280a-c6cb-7234-a160-ee57dc702580', 'manual', '1.0.0', 'txt', '0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1', '24e18f444e4e13add8d7859102dfccfd766f2fee640aad01d41242f99623c6cd036605beac719e0acf9976196ac7ea113e01faf9ecd40077777c4009b6e3c3ec', '2026-11-29T16:02:08.079Z');


--
-- Data for Name: entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-c730-731e-bb3e-f3eaea8b346a', '01a2280a-c246-7127-96d2-05d49d8fea43', 'amd64', 'banana', 'Package: banana
Version: 1.0
Architecture: amd64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f/banana_1.0_amd64.deb
Size: 4288
SHA256: f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f
SHA512: 46665cb1647f1012b1bedfc1ca81b37e0cdf64fbfb68d4c07d3a6b4d099336e6ec79f48aa3867202b43d03df30f1951ff93d72a681c026744fc444bcab537bd6
', NULL);
INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-c945-7619-8ac5-124d7dc182e5', '01a2280a-c246-7127-96d2-05d49d8fea43', 'amd64', 'banana', 'Package: banana
Version: 1.1
Architecture: amd64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e/banana_1.1_amd64.deb
Size: 4288
SHA256: e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e
SHA512: 23273addc26ab799be28a413e5dae834b595f369b749fb621e1110b14c1db50a0cd96ee3edb6978e2d2007fabccb40cc3047813bba7f6cb47ae6954874261525
', NULL);
INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-cb34-7099-a31a-53316d3a3fe8', '01a2280a-c246-7127-96d2-05d49d8fea43', 'arm64', 'banana', 'Package: banana
Version: 1.1
Architecture: arm64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1/banana_1.1_arm64.deb
Size: 4288
SHA256: 58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1
SHA512: 0cb582ea492e2359b004eef24d4ea59af2512925a9eea6aa6c80e7301c81c07f9f7f9bd72dfa6e992fc9688403f4d9a22b594e5a2a447b4279681185c9ded6e1
', NULL);
INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-cdfc-711e-bda5-fd2caea4a595', '01a2280a-c246-7127-96d2-05d49d8fea43', 'all', 'cherry', 'Package: cherry
Version: 2:3.0-1
Architecture: all
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b/cherry_3.0-1_all.deb
Size: 4288
SHA256: 4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b
SHA512: a62e5e41cae15e85f656306dcbb5dc85efc090a9ecfa7ea2c1c32f156440e07450cdb399cec296ffb0c595375ebf78c867ac954ea75977cd04d4e83ab6f88100
', NULL);
INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-d1bf-74b0-bec7-d8073ac331bc', '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo-bar', 'foo-bar', '{"filename":"foo_bar-1.0-py3-none-any.whl","sha256":"a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662","size":893,"version":"1.0","requiresPython":">=3.8","metadataSha256":"b2e6b74e75f3a128cf68f20dfe324fa3874e756b33c7a82ee8f3dd5fa70070b1"}', NULL);
INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-d23c-71af-9faa-68733fe78907', '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo-bar', 'foo-bar', '{"filename":"foo_bar-1.1.tar.gz","sha256":"8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793","size":638,"version":"1.1"}', NULL);
INSERT INTO public.entries (package_id, registry_id, part, name_key, text, refusal) VALUES ('01a2280a-d2e8-7476-8f9c-775093b4021f', '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'demo', 'demo', '{"filename":"demo-1.0.0-py3-none-any.whl","sha256":"aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab","size":861,"version":"1.0.0","metadataSha256":"30c8b92a0411e54347e2208187d71a14f23012be5db3f6fb55566a2e6fbf0a0a"}', NULL);


--
-- Data for Name: entry_editions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entry_editions (ecosystem, edition) VALUES ('debian', 1);
INSERT INTO public.entry_editions (ecosystem, edition) VALUES ('files', 1);
INSERT INTO public.entry_editions (ecosystem, edition) VALUES ('python', 1);


--
-- Data for Name: files; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-c730-731e-bb3e-f3eaea8b346a', 0, '01a2280a-c246-7127-96d2-05d49d8fea43', 'banana_1.0_amd64.deb', 'f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f', '2026-11-29T16:02:04.720Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-c945-7619-8ac5-124d7dc182e5', 0, '01a2280a-c246-7127-96d2-05d49d8fea43', 'banana_1.1_amd64.deb', 'e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e', '2026-11-29T16:02:05.253Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-cb34-7099-a31a-53316d3a3fe8', 0, '01a2280a-c246-7127-96d2-05d49d8fea43', 'banana_1.1_arm64.deb', '58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1', '2026-11-29T16:02:05.748Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-cdfc-711e-bda5-fd2caea4a595', 0, '01a2280a-c246-7127-96d2-05d49d8fea43', 'cherry_2:3.0-1_all.deb', '4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b', '2026-11-29T16:02:06.460Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d1bf-74b0-bec7-d8073ac331bc', 0, '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo_bar-1.0-py3-none-any.whl', 'a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662', '2026-11-29T16:02:07.423Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d1bf-74b0-bec7-d8073ac331bc', 1, '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo_bar-1.0-py3-none-any.whl.metadata', 'b2e6b74e75f3a128cf68f20dfe324fa3874e756b33c7a82ee8f3dd5fa70070b1', '2026-11-29T16:02:07.423Z', 1);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d23c-71af-9faa-68733fe78907', 0, '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo_bar-1.1.tar.gz', '8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793', '2026-11-29T16:02:07.548Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d2e8-7476-8f9c-775093b4021f', 0, '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'demo-1.0.0-py3-none-any.whl', 'aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab', '2026-11-29T16:02:07.720Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d2e8-7476-8f9c-775093b4021f', 1, '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'demo-1.0.0-py3-none-any.whl.metadata', '30c8b92a0411e54347e2208187d71a14f23012be5db3f6fb55566a2e6fbf0a0a', '2026-11-29T16:02:07.720Z', 1);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d31e-7786-b6c9-6ea931909144', 0, '01a2280a-c6cb-7234-a160-ee57dc702580', 'manual-2.0.0.txt', '5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '2026-11-29T16:02:07.774Z', 0);
INSERT INTO public.files (package_id, "position", registry_id, name, sha256, created_at, derived) VALUES ('01a2280a-d3c9-76d7-907d-e647058ca38f', 0, '01a2280a-c6d1-7110-85a5-6b99ac27425d', 'manual-2.0.0.txt', '5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '2026-11-29T16:02:07.945Z', 0);


--
-- Data for Name: index_files; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', 'e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', 'c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-armel/Packages', 'dists/any/main/binary-armel', 'armel', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-armel/Packages.gz', 'dists/any/main/binary-armel', 'armel', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-armhf/Packages', 'dists/any/main/binary-armhf', 'armhf', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-armhf/Packages.gz', 'dists/any/main/binary-armhf', 'armhf', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-i386/Packages', 'dists/any/main/binary-i386', 'i386', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-i386/Packages.gz', 'dists/any/main/binary-i386', 'i386', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-loong64/Packages', 'dists/any/main/binary-loong64', 'loong64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-loong64/Packages.gz', 'dists/any/main/binary-loong64', 'loong64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-ppc64el/Packages', 'dists/any/main/binary-ppc64el', 'ppc64el', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-ppc64el/Packages.gz', 'dists/any/main/binary-ppc64el', 'ppc64el', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-riscv64/Packages', 'dists/any/main/binary-riscv64', 'riscv64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-riscv64/Packages.gz', 'dists/any/main/binary-riscv64', 'riscv64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-s390x/Packages', 'dists/any/main/binary-s390x', 's390x', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/binary-s390x/Packages.gz', 'dists/any/main/binary-s390x', 's390x', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/Release', 'dists/any', NULL, 'ce1e06cc121122fca605d6b97bd4a355edb86110b7efb71b5e22f1a220d642c1');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/InRelease', 'dists/any', NULL, '21890eb1b0a35cbc5492746ac10a55d6d61e6e93f9cb5903084767fce191faa3');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, 'dists/any/Release.gpg', 'dists/any', NULL, '774cda6371bcfb3d4d0e9b73f4f054a025263267dd359a909cbc4097a3904ff7');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-armel/Packages', 'dists/any/main/binary-armel', 'armel', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-armel/Packages.gz', 'dists/any/main/binary-armel', 'armel', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-armhf/Packages', 'dists/any/main/binary-armhf', 'armhf', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-armhf/Packages.gz', 'dists/any/main/binary-armhf', 'armhf', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-i386/Packages', 'dists/any/main/binary-i386', 'i386', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-i386/Packages.gz', 'dists/any/main/binary-i386', 'i386', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-loong64/Packages', 'dists/any/main/binary-loong64', 'loong64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-loong64/Packages.gz', 'dists/any/main/binary-loong64', 'loong64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-ppc64el/Packages', 'dists/any/main/binary-ppc64el', 'ppc64el', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-ppc64el/Packages.gz', 'dists/any/main/binary-ppc64el', 'ppc64el', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-riscv64/Packages', 'dists/any/main/binary-riscv64', 'riscv64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-riscv64/Packages.gz', 'dists/any/main/binary-riscv64', 'riscv64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-s390x/Packages', 'dists/any/main/binary-s390x', 's390x', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/binary-s390x/Packages.gz', 'dists/any/main/binary-s390x', 's390x', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/Release', 'dists/any', NULL, '6a33a9ea1f0ea1e979dde52e51e05be2cc27a9df13b674b720fc7528ed68c900');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/InRelease', 'dists/any', NULL, 'ec276e98deb98a32bfabf88454694043a8c6e407d53d9c912871d2e4b666ccdd');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, 'dists/any/Release.gpg', 'dists/any', NULL, 'dd0515b396edc324ea6d5f4f63f28ffa81750b7bf57f182521df9b2ad1500bb3');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', '13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', '482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-armel/Packages', 'dists/any/main/binary-armel', 'armel', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-armel/Packages.gz', 'dists/any/main/binary-armel', 'armel', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-armhf/Packages', 'dists/any/main/binary-armhf', 'armhf', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-armhf/Packages.gz', 'dists/any/main/binary-armhf', 'armhf', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-i386/Packages', 'dists/any/main/binary-i386', 'i386', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-i386/Packages.gz', 'dists/any/main/binary-i386', 'i386', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-loong64/Packages', 'dists/any/main/binary-loong64', 'loong64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-loong64/Packages.gz', 'dists/any/main/binary-loong64', 'loong64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-ppc64el/Packages', 'dists/any/main/binary-ppc64el', 'ppc64el', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-ppc64el/Packages.gz', 'dists/any/main/binary-ppc64el', 'ppc64el', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-riscv64/Packages', 'dists/any/main/binary-riscv64', 'riscv64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-riscv64/Packages.gz', 'dists/any/main/binary-riscv64', 'riscv64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-s390x/Packages', 'dists/any/main/binary-s390x', 's390x', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/binary-s390x/Packages.gz', 'dists/any/main/binary-s390x', 's390x', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/Release', 'dists/any', NULL, '09373de6a8c4e179a7f86790450e82ee45eacb84842f85f8b0c56802dc7b0ed0');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/InRelease', 'dists/any', NULL, 'faf6481524e1111fc35a61b8df76e2e05f72e17605afa08517a5b82dd718769a');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, 'dists/any/Release.gpg', 'dists/any', NULL, 'e3e1a4f725f489ff3ace432f27fba92edc8cb16d48c4ebe575b9d27c71bdd1d8');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', 'fc2698e3e9039f4eb95dc2cb63063f388acb9862398e7b8cf5ef29da4687ff4d');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', 'e7bf78dce3ff5b3d32361207b22028a630f3aaf0aca87c39b428afea429ba0c9');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', '14b16817053b155263835145ea37c3edebdd0e9faa2eff62ab443cdc6c002a33');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', '8346975365a442e78f15575049e2542c08ff9d22a61a159e3156be71e44fb3e3');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-armel/Packages', 'dists/any/main/binary-armel', 'armel', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-armel/Packages.gz', 'dists/any/main/binary-armel', 'armel', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-armhf/Packages', 'dists/any/main/binary-armhf', 'armhf', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-armhf/Packages.gz', 'dists/any/main/binary-armhf', 'armhf', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-i386/Packages', 'dists/any/main/binary-i386', 'i386', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-i386/Packages.gz', 'dists/any/main/binary-i386', 'i386', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-loong64/Packages', 'dists/any/main/binary-loong64', 'loong64', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-loong64/Packages.gz', 'dists/any/main/binary-loong64', 'loong64', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-ppc64el/Packages', 'dists/any/main/binary-ppc64el', 'ppc64el', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-ppc64el/Packages.gz', 'dists/any/main/binary-ppc64el', 'ppc64el', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-riscv64/Packages', 'dists/any/main/binary-riscv64', 'riscv64', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-riscv64/Packages.gz', 'dists/any/main/binary-riscv64', 'riscv64', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-s390x/Packages', 'dists/any/main/binary-s390x', 's390x', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/binary-s390x/Packages.gz', 'dists/any/main/binary-s390x', 's390x', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/source/Sources', 'dists/any/main/source', NULL, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', NULL, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/Release', 'dists/any', NULL, '22a338a0f40e94ddf1deb5b6a524bd2fe7f1f2713b64a057d60dfcb15bf788a9');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/InRelease', 'dists/any', NULL, '6aa8f27f28ce6d057ca8605225afbdcbb5b96d795b132865dae15eb41e6a3476');
INSERT INTO public.index_files (registry_id, revision, path, folder, part, sha256) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, 'dists/any/Release.gpg', 'dists/any', NULL, '5878668852a28d69ab0419f47ed619e2fda1c7ff652be2175aeb2cc39ada5f02');


--
-- Data for Name: index_parts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 'amd64', 2);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 'arm64', 3);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 'all', 4);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo-bar', 2);
INSERT INTO public.index_parts (registry_id, part, revision) VALUES ('01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'demo', 3);


--
-- Data for Name: indexes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.indexes (registry_id, revision, last_modified, date) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 1, '2026-11-29T16:02:04.000Z', '2026-11-29T16:02:04.000Z');
INSERT INTO public.indexes (registry_id, revision, last_modified, date) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 2, '2026-11-29T16:02:05.000Z', '2026-11-29T16:02:05.000Z');
INSERT INTO public.indexes (registry_id, revision, last_modified, date) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 3, '2026-11-29T16:02:06.000Z', '2026-11-29T16:02:05.000Z');
INSERT INTO public.indexes (registry_id, revision, last_modified, date) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', 4, '2026-11-29T16:02:07.000Z', '2026-11-29T16:02:06.000Z');


--
-- Data for Name: kysely_migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0001-accounts', '2026-11-29T16:02:01.929Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0002-packages', '2026-11-29T16:02:02.200Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0003-indexes', '2026-11-29T16:02:02.282Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0004-tokens', '2026-11-29T16:02:02.356Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0005-uploads', '2026-11-29T16:02:02.415Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0006-left-out', '2026-11-29T16:02:02.470Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0007-deleted-registries', '2026-11-29T16:02:02.492Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0008-token-parents', '2026-11-29T16:02:02.510Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0009-publishers', '2026-11-29T16:02:02.523Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0010-deleted-versions', '2026-11-29T16:02:02.530Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0011-derived-files', '2026-11-29T16:02:02.535Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0012-one-line-texts', '2026-11-29T16:02:02.549Z');
INSERT INTO public.kysely_migration (name, "timestamp") VALUES ('0013-oidc-publishers', '2026-11-29T16:02:02.558Z');


--
-- Data for Name: kysely_migration_lock; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.kysely_migration_lock (id, is_locked) VALUES ('migration_lock', 0);


--
-- Data for Name: organizations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.organizations (id, slug, name, owner_id, created_at) VALUES ('01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'acme', 'acme', '01a2280a-bf74-75c1-9aa5-66dfb46af6e0', '2026-11-29T16:02:02.732Z');


--
-- Data for Name: packages; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-c730-731e-bb3e-f3eaea8b346a', '01a2280a-c246-7127-96d2-05d49d8fea43', 'banana', 'banana', '1.0', '1.0', 'amd64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"amd64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:02:04.720Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-c945-7619-8ac5-124d7dc182e5', '01a2280a-c246-7127-96d2-05d49d8fea43', 'banana', 'banana', '1.1', '1.1', 'amd64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"amd64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:02:05.253Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-cb34-7099-a31a-53316d3a3fe8', '01a2280a-c246-7127-96d2-05d49d8fea43', 'banana', 'banana', '1.1', '1.1', 'arm64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"arm64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:02:05.748Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-cdfc-711e-bda5-fd2caea4a595', '01a2280a-c246-7127-96d2-05d49d8fea43', 'cherry', 'cherry', '2:3.0-1', '2:3.0-1', 'all', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"all","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:02:06.460Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-d1bf-74b0-bec7-d8073ac331bc', '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'Foo.Bar', 'foo-bar', '1.0', '1', 'py3-none-any', '{"requires_python":">=3.8","summary":"Says its version"}', '2026-11-29T16:02:07.423Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-d23c-71af-9faa-68733fe78907', '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'foo_bar', 'foo-bar', '1.1', '1.1', 'sdist', '{"summary":"Says its version"}', '2026-11-29T16:02:07.548Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-d2e8-7476-8f9c-775093b4021f', '01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', 'demo', 'demo', '1.0.0', '1', 'py3-none-any', '{"summary":"Says its version"}', '2026-11-29T16:02:07.720Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-d31e-7786-b6c9-6ea931909144', '01a2280a-c6cb-7234-a160-ee57dc702580', 'manual', 'manual', '2.0.0', '2.0.0', 'txt', '{}', '2026-11-29T16:02:07.774Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);
INSERT INTO public.packages (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher, publisher_issuer) VALUES ('01a2280a-d3c9-76d7-907d-e647058ca38f', '01a2280a-c6d1-7110-85a5-6b99ac27425d', 'manual', 'manual', '2.0.0', '2.0.0', 'txt', '{}', '2026-11-29T16:02:07.945Z', '01a2280a-bf9d-7729-8603-45482aaf5790', 'Set by the operator', NULL);


--
-- Data for Name: registries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at, deleted_at) VALUES ('01a2280a-c664-7379-af97-443c359bcba1', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'open-debian', 'open debian', 'debian', 'For debian', NULL, NULL, 1, NULL, '[]', 0, '2026-11-29T16:02:04.516Z', '2026-11-29T16:02:04.516Z', NULL);
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at, deleted_at) VALUES ('01a2280a-c6c1-7730-862f-dad7fdffc652', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'open-python', 'open python', 'python', 'For python', NULL, NULL, 1, NULL, '[]', 0, '2026-11-29T16:02:04.609Z', '2026-11-29T16:02:04.609Z', NULL);
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at, deleted_at) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'own-debian', 'own debian', 'debian', 'For debian', NULL, NULL, 0, NULL, '[]', 4, '2026-11-29T16:02:03.462Z', '2026-11-29T16:02:03.462Z', NULL);
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at, deleted_at) VALUES ('01a2280a-c6a9-70d6-955e-c1bc1c0e3fa4', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'own-python', 'own python', 'python', 'For python', NULL, NULL, 0, NULL, '[]', 3, '2026-11-29T16:02:04.585Z', '2026-11-29T16:02:04.585Z', NULL);
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at, deleted_at) VALUES ('01a2280a-c6d1-7110-85a5-6b99ac27425d', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'open-files', 'open files', 'files', 'For files', NULL, NULL, 1, NULL, '[]', 1, '2026-11-29T16:02:04.625Z', '2026-11-29T16:02:04.625Z', NULL);
INSERT INTO public.registries (id, organization_id, slug, name, ecosystem, description, emoji, color, public, oidc_policy, team_ids, revision, created_at, updated_at, deleted_at) VALUES ('01a2280a-c6cb-7234-a160-ee57dc702580', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', 'own-files', 'own files', 'files', 'For files', NULL, NULL, 0, NULL, '[]', 3, '2026-11-29T16:02:04.619Z', '2026-11-29T16:02:04.619Z', NULL);


--
-- Data for Name: released; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.released (location) VALUES ('0e/b6/0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1.2e3def55c3f249d7ad7774d3cafdc37f');


--
-- Data for Name: secrets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.secrets (name, value) VALUES ('uploads', 'oIjOrrWOLlIbi7qztCwkn3ca5uGQVggVp6QWIJXht2U');


--
-- Data for Name: signing_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.signing_keys (registry_id, private_key, public_key) VALUES ('01a2280a-c246-7127-96d2-05d49d8fea43', '-----BEGIN PGP PRIVATE KEY BLOCK-----

xVgEaww+bBYJKwYBBAHaRw8BAQdAI/N89Qd4C4NADSlhhvnukVufL25Rd564
FyoYEAqULjoAAP41sBDFyhe18n98WEDw9KwY4/xdd77qQaeXdCpE9rx3zRMt
zTBhY21lL293bi1kZWJpYW4gPGxhcmRlckBvd24tZGViaWFuLmFjbWUuaW52
YWxpZD7CwBMEExYKAIUFgmsMPmwDCwkHCRDlxwGbdmxumkUUAAAAAAAcACBz
YWx0QG5vdGF0aW9ucy5vcGVucGdwanMub3JnrnoMWuw00Jo2+s7Z5DeUMXXq
6e1t3mi9HmPdhTz32nEFFQoIDgwEFgACAQIZAQKbAwIeARYhBKZrCiBOnl9N
PGM0beXHAZt2bG6aAABhCgD7BBvheDtqIzFOkpAS9y9c7VnVLbgMBfwTqmfY
Xw5kGKoBAOo6SleXsprlKdeuiHfQGZVU6HvpYXhO45dndt/hIloA
=mAcv
-----END PGP PRIVATE KEY BLOCK-----
', '-----BEGIN PGP PUBLIC KEY BLOCK-----

xjMEaww+bBYJKwYBBAHaRw8BAQdAI/N89Qd4C4NADSlhhvnukVufL25Rd564
FyoYEAqULjrNMGFjbWUvb3duLWRlYmlhbiA8bGFyZGVyQG93bi1kZWJpYW4u
YWNtZS5pbnZhbGlkPsLAEwQTFgoAhQWCaww+bAMLCQcJEOXHAZt2bG6aRRQA
AAAAABwAIHNhbHRAbm90YXRpb25zLm9wZW5wZ3Bqcy5vcmeuegxa7DTQmjb6
ztnkN5Qxderp7W3eaL0eY92FPPfacQUVCggODAQWAAIBAhkBApsDAh4BFiEE
pmsKIE6eX008YzRt5ccBm3ZsbpoAAGEKAPsEG+F4O2ojMU6SkBL3L1ztWdUt
uAwF/BOqZ9hfDmQYqgEA6jpKV5eymuUp166Id9AZlVToe+lheE7jl2d23+Ei
WgA=
=rLnd
-----END PGP PUBLIC KEY BLOCK-----
');
INSERT INTO public.signing_keys (registry_id, private_key, public_key) VALUES ('01a2280a-c664-7379-af97-443c359bcba1', '-----BEGIN PGP PRIVATE KEY BLOCK-----

xVgEaww+bBYJKwYBBAHaRw8BAQdANlQzAjeUEWeHBEWad5j+y5x0622Jh0IC
BxrPdbK7M1AAAQDkpgngfW1rLQtv6Ih4/PXTd44s6QBc5mIhL/Zy4AD1HBCD
zTJhY21lL29wZW4tZGViaWFuIDxsYXJkZXJAb3Blbi1kZWJpYW4uYWNtZS5p
bnZhbGlkPsLAEwQTFgoAhQWCaww+bAMLCQcJEIamU6AqylalRRQAAAAAABwA
IHNhbHRAbm90YXRpb25zLm9wZW5wZ3Bqcy5vcmcwrQTrDViASlL7NKQ+DaD9
mK+jjPlZplUFef0XV9y+wwUVCggODAQWAAIBAhkBApsDAh4BFiEE+Ut+uSTO
biURF0wIhqZToCrKVqUAABlEAQCgQycAw4yW5nE/joLodiwGGJcpiN1myIFV
/6RY1Fnd5QD+OyOE7TgOTw/Ht8Yi+Daz0h4JVIkYdB8b+jIf5X9LUwE=
=27JU
-----END PGP PRIVATE KEY BLOCK-----
', '-----BEGIN PGP PUBLIC KEY BLOCK-----

xjMEaww+bBYJKwYBBAHaRw8BAQdANlQzAjeUEWeHBEWad5j+y5x0622Jh0IC
BxrPdbK7M1DNMmFjbWUvb3Blbi1kZWJpYW4gPGxhcmRlckBvcGVuLWRlYmlh
bi5hY21lLmludmFsaWQ+wsATBBMWCgCFBYJrDD5sAwsJBwkQhqZToCrKVqVF
FAAAAAAAHAAgc2FsdEBub3RhdGlvbnMub3BlbnBncGpzLm9yZzCtBOsNWIBK
Uvs0pD4NoP2Yr6OM+VmmVQV5/RdX3L7DBRUKCA4MBBYAAgECGQECmwMCHgEW
IQT5S365JM5uJREXTAiGplOgKspWpQAAGUQBAKBDJwDDjJbmcT+Oguh2LAYY
lymI3WbIgVX/pFjUWd3lAP47I4TtOA5PD8e3xiL4NrPSHglUiRh0Hxv6Mh/l
f0tTAQ==
=Xuyo
-----END PGP PUBLIC KEY BLOCK-----
');


--
-- Data for Name: tokens; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tokens (id, digest, description, scopes, created_at, expires_at, last_used_at, organization_id, user_id, registry_id, from_settings, parent_id) VALUES ('01a2280a-bf9d-7729-8603-45482aaf5790', '4e9a6f9e7699fce7829bbc959468056bb4f1bd0d1963545f4168f5304f4c0aa7', 'Set by the operator', '["read_packages","write_packages","delete_packages","read_registries","write_registries","delete_registries","read_user","read_organizations","read_access_tokens","write_access_tokens"]', '2026-11-29T16:02:02.781Z', NULL, '2026-11-29T16:02:00.000Z', '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', '01a2280a-bf74-75c1-9aa5-66dfb46af6e0', NULL, 1, NULL);
INSERT INTO public.tokens (id, digest, description, scopes, created_at, expires_at, last_used_at, organization_id, user_id, registry_id, from_settings, parent_id) VALUES ('01a2280a-d487-74d3-a826-c69a3dbbfb39', 'bc1df4cf2c0ff2b94148aa836c595578552e64a6283c066d662665d5e3e4dcdd', 'for reading', '["read_packages"]', '2026-11-29T16:02:08.135Z', NULL, NULL, '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', '01a2280a-bf74-75c1-9aa5-66dfb46af6e0', '01a2280a-c6cb-7234-a160-ee57dc702580', 0, NULL);
INSERT INTO public.tokens (id, digest, description, scopes, created_at, expires_at, last_used_at, organization_id, user_id, registry_id, from_settings, parent_id) VALUES ('01a2280a-d91e-72ca-8010-1910b469d80d', '0427f59fba0917f6cefc39ebe4d365aa570acd43ced92e05bacd05753e9acda0', 'for builds', '["read_packages","write_packages"]', '2026-11-29T16:02:09.310Z', NULL, NULL, '01a2280a-bf6c-73b6-ac72-c6d3ad9500d5', '01a2280a-bf74-75c1-9aa5-66dfb46af6e0', NULL, 0, NULL);


--
-- Data for Name: uploads; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.uploads (id, registry_id, expires_at, file_name, sha256) VALUES ('01a2280a-dea5-733b-8386-7e44ebe25743', '01a2280a-c6cb-7234-a160-ee57dc702580', '2026-11-29T17:02:10.725Z', 'waiting-1.0.0.txt', '7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c');


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.users (id, name, email, created_at) VALUES ('01a2280a-bf74-75c1-9aa5-66dfb46af6e0', 'Owner of acme', 'owner@acme.invalid', '2026-11-29T16:02:02.732Z');


--
-- Name: blobs blobs_location_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blobs
    ADD CONSTRAINT blobs_location_key UNIQUE (location);


--
-- Name: blobs blobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blobs
    ADD CONSTRAINT blobs_pkey PRIMARY KEY (sha256);


--
-- Name: deleted_versions deleted_versions_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_versions
    ADD CONSTRAINT deleted_versions_key PRIMARY KEY (registry_id, name_key, version_key, variant);


--
-- Name: entries entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (package_id);


--
-- Name: entry_editions entry_editions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_editions
    ADD CONSTRAINT entry_editions_pkey PRIMARY KEY (ecosystem);


--
-- Name: files files_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_key PRIMARY KEY (package_id, "position");


--
-- Name: files files_one_per_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_one_per_name UNIQUE (package_id, name);


--
-- Name: index_files index_files_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_files
    ADD CONSTRAINT index_files_key PRIMARY KEY (registry_id, revision, path);


--
-- Name: index_parts index_parts_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_parts
    ADD CONSTRAINT index_parts_key PRIMARY KEY (registry_id, part);


--
-- Name: indexes indexes_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indexes
    ADD CONSTRAINT indexes_key PRIMARY KEY (registry_id, revision);


--
-- Name: kysely_migration_lock kysely_migration_lock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);


--
-- Name: kysely_migration kysely_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);


--
-- Name: organizations organizations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);


--
-- Name: organizations organizations_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_slug_key UNIQUE (slug);


--
-- Name: packages packages_one_per_variant; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_one_per_variant UNIQUE (registry_id, name_key, version_key, variant);


--
-- Name: packages packages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_pkey PRIMARY KEY (id);


--
-- Name: registries registries_one_per_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_one_per_slug UNIQUE (organization_id, slug);


--
-- Name: registries registries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_pkey PRIMARY KEY (id);


--
-- Name: released released_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.released
    ADD CONSTRAINT released_pkey PRIMARY KEY (location);


--
-- Name: secrets secrets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.secrets
    ADD CONSTRAINT secrets_pkey PRIMARY KEY (name);


--
-- Name: signing_keys signing_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (registry_id);


--
-- Name: tokens tokens_digest_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_digest_key UNIQUE (digest);


--
-- Name: tokens tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (id);


--
-- Name: uploads uploads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: entries_in_index_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_in_index_order ON public.entries USING btree (registry_id, part, name_key, package_id);


--
-- Name: entries_left_out; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_left_out ON public.entries USING btree (registry_id, package_id) WHERE (refusal IS NOT NULL);


--
-- Name: files_by_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX files_by_digest ON public.files USING btree (sha256, registry_id, package_id);


--
-- Name: files_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX files_by_name ON public.files USING btree (registry_id, name, package_id);


--
-- Name: index_files_by_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX index_files_by_digest ON public.index_files USING btree (sha256, registry_id, folder, revision);


--
-- Name: packages_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX packages_by_age ON public.packages USING btree (registry_id, id);


--
-- Name: packages_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX packages_by_name ON public.packages USING btree (registry_id, name_key, id);


--
-- Name: registries_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registries_by_age ON public.registries USING btree (organization_id, id);


--
-- Name: registries_deleted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registries_deleted ON public.registries USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);


--
-- Name: tokens_by_organization; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_organization ON public.tokens USING btree (organization_id, registry_id, id);


--
-- Name: tokens_by_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_parent ON public.tokens USING btree (parent_id);


--
-- Name: tokens_by_registry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_registry ON public.tokens USING btree (registry_id, id);


--
-- Name: tokens_by_source; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_source ON public.tokens USING btree (from_settings);


--
-- Name: uploads_by_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_by_digest ON public.uploads USING btree (sha256);


--
-- Name: uploads_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_by_expiry ON public.uploads USING btree (expires_at);


--
-- Name: uploads_by_registry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX uploads_by_registry ON public.uploads USING btree (registry_id);


--
-- Name: deleted_versions deleted_versions_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_versions
    ADD CONSTRAINT deleted_versions_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: entries entries_package_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;


--
-- Name: files files_package_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.packages(id) ON DELETE CASCADE;


--
-- Name: files files_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.blobs(sha256) ON DELETE RESTRICT;


--
-- Name: index_files index_files_of_index; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_files
    ADD CONSTRAINT index_files_of_index FOREIGN KEY (registry_id, revision) REFERENCES public.indexes(registry_id, revision) ON DELETE CASCADE;


--
-- Name: index_files index_files_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_files
    ADD CONSTRAINT index_files_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.blobs(sha256) ON DELETE RESTRICT;


--
-- Name: index_parts index_parts_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.index_parts
    ADD CONSTRAINT index_parts_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: indexes indexes_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indexes
    ADD CONSTRAINT indexes_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: organizations organizations_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id);


--
-- Name: packages packages_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.packages
    ADD CONSTRAINT packages_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: registries registries_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registries
    ADD CONSTRAINT registries_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: signing_keys signing_keys_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.tokens(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: tokens tokens_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: uploads uploads_registry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_registry_id_fkey FOREIGN KEY (registry_id) REFERENCES public.registries(id) ON DELETE CASCADE;


--
-- Name: uploads uploads_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.blobs(sha256) ON DELETE RESTRICT;


--
-- PostgreSQL database dump complete
--


